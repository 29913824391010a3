import { type Fact, type FactId, factsOf } from '../guide/facts';
import type { Claim, Said } from '../guide/guide';
import { agreementNames } from '../notice/notice-wordings';

/** A plain question that the look-up answers, or a word that people mix up with the agreement. */
export type Topic = {
  id: TopicId;
  title: Said;
  body: Said;
  facts: Fact[];
  claim?: Claim;
  /** Words that mean this topic by themselves. */
  terms: readonly string[];
  /** Each line is one way to ask: every group of it must be met by one of its words. */
  asks: readonly (readonly string[])[];
};

type TopicData = {
  id: string;
  facts: readonly FactId[];
  claim?: Claim;
  terms?: readonly string[];
  asks?: readonly (readonly string[])[];
};

const attest = 'attest attestation attesting confirm reattest 證明 確認 代為接受';
const accept = 'accept accepts accepted acceptance accepting sign agree 接受 簽署 同意';
const agreement = 'agreement mca contract 合約';

// A group is one string of words; a word also matches its longer forms and small typing errors.
const topicData = [
  {
    id: 'who-may-attest',
    facts: ['roles-since', 'roles-2020', 'resellers-excluded'],
    terms: [
      'admin agent',
      'sales agent',
      'helpdesk agent',
      '系統管理代理人',
      '銷售代理人',
      '技術服務代理人',
    ],
    asks: [
      [
        'who whom may can allowed permitted role roles rights permission 誰 可以 能 角色 權限',
        attest,
      ],
      ['role roles 角色', 'partner mca agreement which need 需要 哪'],
      ['admin administrator 系統管理員', `global 全域`, attest],
      ['admin sales helpdesk', 'agent agents', `need be ${attest}`],
    ],
  },
  {
    id: 'how-to-attest',
    facts: ['enhanced-api', 'pages-retired', 'link-expires'],
    terms: ['attestation', '三個階段'],
    asks: [
      ['how steps step stages stage process where 如何 怎麼 怎樣 步驟 流程 階段 哪裡', attest],
      ['attestation 證明', 'customer mca agreement 客戶 合約'],
      ['attest attestation', 'api portal platform system 平台 系統'],
      ['confirm 確認', 'customer 客戶', 'acceptance 接受'],
      ['how 如何 怎麼', 'confirm 確認', 'customer 客戶', 'acceptance accept 接受'],
      ['what', 'do', attest],
      ['three 三', 'stages steps stage 階段 步驟'],
    ],
  },
  {
    id: 'direct-acceptance',
    facts: ['direct-acceptance', 'carry-over'],
    terms: ['direct acceptance', '直接接受'],
    asks: [
      ['direct directly themselves himself self own 直接 自行 自己', accept],
      [
        'where how page menu find link url 哪裡 如何 怎麼 頁面 選單 連結',
        accept,
        `customer ${agreement} 客戶`,
      ],
      ['accept', 'admin 系統管理', 'center centre 中心'],
      ['customer 客戶', 'wants want wishes ready 想 要', accept, agreement],
    ],
  },
  {
    id: 'acceptance-link',
    facts: ['link-expires', 'link-no-sign-in'],
    terms: ['acceptance link', 'attestation link', 'attestationid', '接受連結'],
    asks: [
      [
        'link url page 連結 網址',
        'expired expire expires lapsed invalid dead broken long lifetime valid open work works working 失效 過期 打不開 有效',
      ],
      ['third stage 第三', 'stage step forgotten missing 階段 步驟'],
    ],
  },
  {
    id: 'two-scenarios',
    facts: ['scenarios-2020', 'carry-over'],
    terms: [
      'scenario',
      'scenarios',
      'scenario 1',
      'scenario 2',
      'new partner',
      'existing partner',
      '情境',
      '案例',
      '新合作夥伴',
      '現有合作夥伴',
    ],
    asks: [['new existing 新 既有', 'partner 合作夥伴', 'difference which scenario 差別 哪']],
  },
  {
    id: 'what-changed',
    facts: ['pages-retired', 'enhanced-api', 'mfa-enforced'],
    terms: ['bulk attestation tool', 'bulk tool', '大量證明工具'],
    asks: [
      [
        'changed change retired gone removed disappeared anymore longer still find missing 停用 改變 變更 消失 不見 取消 找不到',
        `bulk tool api ${attest} 合作夥伴中心 工具`,
      ],
      ['retired gone removed disappeared 停用 消失 不見', 'page pages button 頁面 按鈕'],
      ['changed change retired gone removed', 'partner', 'center centre'],
      ['cannot cant find missing 找不到', 'page pages button 頁面 按鈕', attest],
      ['2026', `changed ${attest} ${agreement} january change new 變動 改變`],
    ],
  },
  {
    id: 'old-acceptance',
    facts: ['reaccept-2023', 'blocked-2025', 'renewal-not-blocked'],
    claim: 'acceptance-too-old',
    terms: ['re-acceptance', 'reacceptance', 'reaccept', 'reattest', 're-attest', '重新接受'],
    asks: [
      [
        '2023 old older again renew expired outdated reaccept 重新 過期 太舊 以前',
        `${accept} ${agreement}`,
      ],
      ['2019 2020 2021 2022', `signed ${accept} ${agreement}`],
      ['before old older 以前 太舊', '2023', `april ${accept} ${agreement}`],
      ['2025', `${accept} blocked 擋`],
    ],
  },
  {
    id: 'auto-renewal',
    facts: ['renewal-not-blocked', 'blocked-2025'],
    claim: 'auto-renewal',
    terms: [
      'renewal',
      'auto-renewal',
      'autorenewal',
      'autorenew',
      'auto renew',
      '續約',
      '續訂',
      '自動續約',
    ],
    asks: [['renews renew renewed', 'subscription automatically automatic license licenses']],
  },
  {
    id: 'mca',
    facts: ['required-2020', 'scenarios-2020', 'direct-acceptance'],
    terms: [
      'mca',
      'mcua',
      'microsoft customer agreement',
      'microsoft 客戶合約',
      '客戶合約',
      'customer agreement',
      ...agreementNames,
      '117a77b0-9360-443b-8795-c6dedc750cf9',
    ],
  },
  {
    id: 'partner-agreement',
    facts: ['look-alikes'],
    claim: 'partner-agreement',
    terms: ['mpa', 'microsoft partner agreement', 'partner agreement', '合作夥伴合約'],
  },
  {
    id: 'offer-attestation',
    facts: ['look-alikes'],
    claim: 'offer-attestation',
    terms: [
      'offer attestation',
      'product attestation',
      'attestationaccepted',
      '產品聲明',
      '產品證明',
      '優惠證明',
    ],
  },
  {
    id: 'partner-on-record',
    facts: ['look-alikes'],
    claim: 'partner-on-record',
    terms: [
      'partner on record',
      'partner of record',
      'por',
      'por attestation',
      'partner on record attestation',
      'partneronrecordattestationaccepted',
      '登錄合作夥伴',
      '登錄合作夥伴聲明',
    ],
  },
  {
    id: 'cloud-agreement',
    facts: ['look-alikes', 'required-2020'],
    claim: 'cloud-agreement',
    terms: [
      'cloud agreement',
      'old cloud agreement',
      'microsoft cloud agreement',
      '雲端合約',
      '998b88de-aa99-4388-a42c-1b3517d49490',
    ],
  },
  {
    id: 'gdap',
    facts: ['neither'],
    claim: 'gdap',
    terms: ['gdap', 'granular admin', 'granular delegated', '細微委派'],
  },
  {
    id: 'delegated-admin',
    facts: ['neither'],
    claim: 'delegated-admin',
    terms: [
      'dap',
      'delegated admin',
      'delegated administration',
      '委派管理',
      '委派管理權限',
      '委派系統管理',
    ],
  },
  {
    id: 'several-partners',
    facts: ['carry-over'],
    asks: [
      [
        'several multiple two another other second each many switch switches carry changes previous former 先前 多個 其他 另一 每個 更換 換 兩個',
        'partner partners csp csps 合作夥伴',
      ],
      ['carry carries count counts 轉', `over another ${attest}`, attest],
    ],
  },
  {
    id: 'evidence',
    facts: ['evidence-on-request', 'audit-90-days'],
    terms: [
      'evidence',
      'proof',
      'retention',
      'retention period',
      'audit',
      '佐證',
      '證據',
      '保存期限',
      '保留期限',
    ],
    asks: [['how long must need 多久', 'keep store kept retain 保存 保留']],
  },
  {
    id: 'signer',
    facts: ['duplicate-600061', 'enhanced-api'],
    terms: ['signer', 'signatory', 'authorised signatory', 'authorized signatory', '簽署人'],
    asks: [
      ['who 誰', 'customer 客戶', 'accept sign 接受 簽署'],
      ['who', 'must may should', 'accept sign'],
      ['誰', '簽 接受'],
      ['phone 電話', 'required needed need mandatory must 必填 需要'],
      [
        'field fields data information details 欄位 資料',
        `which what need needed required ${attest} 哪些 什麼 需要 必填`,
      ],
    ],
  },
  {
    id: 'order-stuck',
    facts: ['blocked-2025', 'reaccept-2023'],
    claim: 'order-refused',
    asks: [
      [
        'order orders purchase purchases buy checkout upgrade 訂單 購買 下單 升級',
        'stuck blocked fails failed fail failing pending refused rejected hangs error cannot cant 卡住 失敗 擋 拒絕 無法 不能',
      ],
      ['order orders', 'not doesnt wont', 'go through work process'],
    ],
  },
  {
    id: 'clouds',
    facts: ['clouds'],
    terms: [
      '21vianet',
      'us government',
      'gcc high',
      'gcc',
      'azure china',
      'us gov',
      'government cloud',
      'gov cloud',
      '世紀互聯',
      '美國政府',
      '政府雲',
      '中國版',
      '主權雲端',
    ],
    asks: [['china chinese government 中國 政府', 'cloud tenant customer 雲端 租用戶 客戶']],
  },
  {
    id: 'multi-factor',
    facts: ['mfa-enforced'],
    terms: [
      'mfa',
      'multi-factor',
      'multifactor',
      '2fa',
      'multi factor authentication',
      '多重要素',
      '多因素',
      '多重要素驗證',
    ],
  },
  {
    id: 'resellers',
    facts: ['resellers-excluded'],
    terms: [
      'reseller',
      'distributor',
      'indirect reseller',
      'indirect provider',
      'direct bill',
      '間接經銷商',
      '間接提供者',
      '直接計費',
    ],
    asks: [
      [
        'reseller resellers provider distributor 經銷商 提供者',
        `may can ${attest} what which 可以 能`,
      ],
      ['kind type 類型', 'partner 合作夥伴'],
      ['csp', 'tier'],
    ],
  },
  {
    id: 'first-purchase',
    facts: ['neither', 'direct-acceptance'],
    claim: 'first-purchase',
    terms: ['first purchase', 'first order', 'new customer', '新客戶', '第一次購買'],
    asks: [['never first 從未 從來 第一次 首次', 'bought buy purchase purchased 買 購買']],
  },
] as const satisfies readonly TopicData[];

export type TopicId = (typeof topicData)[number]['id'];

/** Every question and word that is answered without a code or a text of Microsoft's. */
export const topics: readonly Topic[] = topicData.map((data) => {
  const { facts, terms = [], asks = [], ...rest }: TopicData & { id: TopicId } = data;
  return {
    ...rest,
    terms,
    asks,
    facts: factsOf(...facts),
    title: { key: `catalogue.topic.${data.id}.title` },
    body: { key: `catalogue.topic.${data.id}.body` },
  };
});
