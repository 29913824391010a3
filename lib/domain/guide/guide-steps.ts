import type { Said, Step, StepId } from './guide';
import {
  agreementTextUrl,
  customerAccountUrl,
  directAcceptanceUrl,
  partnerCenterUrl,
} from './guide-links';

/** Every step there is; its sentence is `guide.step.<id>`. */
export const stepIds = [
  'continue-record',
  'check-account',
  'find-type',
  'find-agent',
  'try-as-global-admin',
  'record-signer',
  'create-attestation',
  'send-link',
  'customer-accepts',
  'create-agreement',
  'check-relationship',
  'verify',
  'push-order',
  'collect-evidence',
  'hand-to-provider',
  'provider-attests',
  'ask-provider-done',
  'ask-direct',
  'accept-directly',
  'if-sentence-shows',
  'compare-signer',
  'renewal-nothing',
  'renewal-changes',
  'decide-delegation',
  'decide-gdap',
  'come-back',
  'sign-partner-agreement',
  'accept-offer-condition',
  'confirm-partner-on-record',
  'use-customer-agreement',
  'provider-uses-customer-agreement',
  'check-cloud-setting',
  'ask-cloud-support',
  'send-invitation',
  'accept-invitation',
  'then-agreement',
  'ask-which-partner',
  'check-own-tenants',
  'leave-page',
  'read-agreement',
  'judge-date',
  'start-by-hand',
  'look-up',
] as const;

type Shape = Pick<Step, 'who'> & {
  takes?: boolean;
  seeThat?: boolean;
  pitfalls?: readonly PitfallId[];
  link?: 'account' | 'direct' | 'agreement-text';
};

type PitfallId =
  | 'record-unblocks-nothing'
  | 'duplicate'
  | 'pages-retired'
  | 'link-lapses'
  | 'link-secret'
  | 'never-accept-for-them'
  | 'third-stage'
  | 'push-by-hand'
  | 'provider-third-stage'
  | 'no-menu'
  | 'sentence-again'
  | 'blocked-by-attestation'
  | 'wrong-account'
  | 'not-carried-over';

const shapes: Record<StepId, Shape> = {
  'continue-record': { who: 'you' },
  'check-account': { who: 'you', takes: true, seeThat: true, link: 'account' },
  'find-type': { who: 'you' },
  'find-agent': { who: 'colleague', takes: true },
  'try-as-global-admin': { who: 'you' },
  'record-signer': {
    who: 'you',
    seeThat: true,
    pitfalls: ['record-unblocks-nothing'],
    link: 'agreement-text',
  },
  'create-attestation': {
    who: 'partner-system',
    takes: true,
    seeThat: true,
    pitfalls: ['pages-retired', 'duplicate'],
  },
  'send-link': { who: 'you', pitfalls: ['link-secret', 'link-lapses'] },
  'customer-accepts': {
    who: 'customer',
    takes: true,
    seeThat: true,
    pitfalls: ['never-accept-for-them', 'link-lapses'],
  },
  'create-agreement': {
    who: 'partner-system',
    seeThat: true,
    pitfalls: ['third-stage'],
  },
  'check-relationship': { who: 'you', seeThat: true, pitfalls: ['not-carried-over'] },
  verify: { who: 'you', takes: true, seeThat: true, link: 'account' },
  'push-order': { who: 'you', seeThat: true, pitfalls: ['push-by-hand'] },
  'collect-evidence': {
    who: 'you',
    seeThat: true,
    pitfalls: ['record-unblocks-nothing'],
    link: 'agreement-text',
  },
  'hand-to-provider': { who: 'you', seeThat: true },
  'provider-attests': {
    who: 'provider',
    takes: true,
    pitfalls: ['link-lapses', 'never-accept-for-them'],
  },
  'ask-provider-done': { who: 'you', seeThat: true, pitfalls: ['provider-third-stage'] },
  'ask-direct': { who: 'you' },
  'accept-directly': {
    who: 'customer',
    takes: true,
    seeThat: true,
    pitfalls: ['no-menu', 'sentence-again', 'blocked-by-attestation'],
    link: 'direct',
  },
  'if-sentence-shows': { who: 'you' },
  'compare-signer': { who: 'you', pitfalls: ['duplicate'] },
  'renewal-nothing': { who: 'you', seeThat: true },
  'renewal-changes': { who: 'you' },
  'decide-delegation': { who: 'customer', takes: true },
  'decide-gdap': { who: 'customer', takes: true },
  'come-back': { who: 'you' },
  'sign-partner-agreement': {
    who: 'colleague',
    takes: true,
    seeThat: true,
    pitfalls: ['wrong-account'],
  },
  'accept-offer-condition': { who: 'you', seeThat: true },
  'confirm-partner-on-record': { who: 'you', seeThat: true },
  'use-customer-agreement': { who: 'partner-system', seeThat: true },
  'provider-uses-customer-agreement': { who: 'provider', seeThat: true },
  'check-cloud-setting': { who: 'you' },
  'ask-cloud-support': { who: 'you' },
  'send-invitation': { who: 'you', takes: true },
  'accept-invitation': { who: 'customer', takes: true, seeThat: true },
  'then-agreement': { who: 'you' },
  'ask-which-partner': { who: 'you' },
  'check-own-tenants': { who: 'you' },
  'leave-page': { who: 'you', pitfalls: ['never-accept-for-them', 'link-secret'] },
  'read-agreement': { who: 'you', seeThat: true, link: 'account' },
  'judge-date': { who: 'you' },
  'start-by-hand': { who: 'you' },
  'look-up': { who: 'you' },
};

/** Makes the steps of one guide: the same ids, with links that fit its customer. */
export function stepMaker(customerTenantId: string): (id: StepId, said?: Said) => Step {
  const links = {
    account: customerTenantId
      ? {
          href: customerAccountUrl(customerTenantId),
          said: { key: 'guide.link.account' } as const,
        }
      : { href: partnerCenterUrl, said: { key: 'guide.link.partner-center' } as const },
    direct: { href: directAcceptanceUrl, said: { key: 'guide.link.direct' } as const },
    'agreement-text': {
      href: agreementTextUrl,
      said: { key: 'guide.link.agreement-text' } as const,
    },
  };
  return (id, said = { key: `guide.step.${id}` }) => {
    const { who, takes, seeThat, pitfalls, link } = shapes[id];
    return {
      id,
      who,
      said,
      ...(link && { link: links[link] }),
      ...(takes && { takes: { key: `guide.takes.${id}` as Said['key'] } }),
      ...(seeThat && { seeThat: { key: `guide.see.${id}` as Said['key'] } }),
      ...(pitfalls && {
        pitfalls: pitfalls.map((pitfall) => ({ key: `guide.pitfall.${pitfall}` as const })),
      }),
    };
  };
}
