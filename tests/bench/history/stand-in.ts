// Stands in for the extension API on a bench page: the store notes its witness through it.

const kept = new Map<string, unknown>();

export default {
  storage: {
    local: {
      get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
      set: async (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) kept.set(key, value);
      },
    },
  },
};
