// The people and companies of the demo. All invented; the domains are reserved for examples (RFC 2606).

/** Tenant ids and Partner IDs that the demo's links carry. */
export const ids = {
  partner: '3f6d0a52-8a41-4c1e-9b57-51c0de7a1101',
  provider: '9c1e7b40-2d6f-4b83-a7f5-0ddba11c2202',
  customer: 'b7a4c9e1-6f20-4d35-8e1a-5eedc0ffee03',
  msppId: '4829163',
};

/** Names as each audience would write them. */
export const names = {
  en: {
    customer: 'Alder & Finch Ltd',
    partner: 'Harbour Cloud Services',
    provider: 'Northline Distribution',
    person: 'Morgan Reyes',
  },
  'zh-TW': {
    customer: '禾風貿易股份有限公司',
    partner: '港灣雲端科技有限公司',
    provider: '北線資訊股份有限公司',
    person: '林怡君',
  },
  ar: {
    customer: 'شركة النخيل للتجارة',
    partner: 'المرفأ للخدمات السحابية',
    provider: 'خط الشمال للتوزيع',
    person: 'سارة منصور',
  },
};

export const customerDomain = 'alderfinch.example';
