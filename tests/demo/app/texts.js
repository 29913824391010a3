import { names } from '../scenery.js';
import { full } from './texts-full.js';

// The other languages speak where it matters, on the pages that show the notice; the rest stays English.
const keys =
  'appTitle search home users billing products bills partners settings partner reseller invitationTitle agreement agreementTitle notAccepted checkoutTitle total back'.split(
    ' ',
  );
const rows = {
  cs: 'Centrum pro správu|Hledat|Domů|Uživatelé|Fakturace|Vaše produkty|Vyúčtování a platby|Vztahy s partnery|Nastavení|Partner|Prodejce|Pozvánka od partnera|Smlouva|Smlouva se zákazníkem Microsoftu|Zatím nepřijato|Kontrola a platba|Celkem|Zpět',
  de: 'Admin Center|Suchen|Startseite|Benutzer|Abrechnung|Ihre Produkte|Rechnungen & Zahlungen|Partnerbeziehungen|Einstellungen|Partner|Handelspartner|Einladung eines Partners|Vereinbarung|Microsoft-Kundenvereinbarung|Noch nicht angenommen|Prüfen und bezahlen|Gesamt|Zurück',
  es: 'Centro de administración|Buscar|Inicio|Usuarios|Facturación|Sus productos|Facturas y pagos|Relaciones con partners|Configuración|Partner|Revendedor|Invitación de un partner|Contrato|Contrato de cliente de Microsoft|Aún no aceptado|Revisar y pagar|Total|Atrás',
  fr: 'Centre d’administration|Rechercher|Accueil|Utilisateurs|Facturation|Vos produits|Factures et paiements|Relations avec les partenaires|Paramètres|Partenaire|Revendeur|Invitation d’un partenaire|Contrat|Contrat client Microsoft|Pas encore accepté|Vérifier et payer|Total|Retour',
  hu: 'Felügyeleti központ|Keresés|Kezdőlap|Felhasználók|Számlázás|Saját termékek|Számlák és fizetések|Partnerkapcsolatok|Beállítások|Partner|Viszonteladó|Partner meghívása|Szerződés|Microsoft-ügyfélszerződés|Még nincs elfogadva|Áttekintés és fizetés|Összesen|Vissza',
  it: 'Interfaccia di amministrazione|Cerca|Home|Utenti|Fatturazione|I tuoi prodotti|Fatture e pagamenti|Relazioni con i partner|Impostazioni|Partner|Rivenditore|Invito da un partner|Contratto|Contratto del cliente Microsoft|Non ancora accettato|Verifica e paga|Totale|Indietro',
  ja: '管理センター|検索|ホーム|ユーザー|課金情報|お使いの製品|請求書と支払い|パートナーとの関係|設定|パートナー|リセラー|パートナーからの招待|契約|Microsoft 顧客契約|未承諾|確認と支払い|合計|戻る',
  ko: '관리 센터|검색|홈|사용자|대금 청구|내 제품|청구서 및 결제|파트너 관계|설정|파트너|재판매인|파트너의 초대|계약|Microsoft 고객 계약|아직 동의하지 않음|검토 및 결제|합계|뒤로',
  nl: 'Beheercentrum|Zoeken|Start|Gebruikers|Facturering|Uw producten|Facturen en betalingen|Partnerrelaties|Instellingen|Partner|Wederverkoper|Uitnodiging van een partner|Overeenkomst|Microsoft-klantovereenkomst|Nog niet geaccepteerd|Controleren en betalen|Totaal|Terug',
  pl: 'Centrum administracyjne|Wyszukaj|Strona główna|Użytkownicy|Rozliczenia|Twoje produkty|Rachunki i płatności|Relacje z partnerami|Ustawienia|Partner|Odsprzedawca|Zaproszenie od partnera|Umowa|Umowa klienta firmy Microsoft|Jeszcze niezaakceptowana|Sprawdź i zapłać|Razem|Wstecz',
  'pt-BR':
    'Centro de administração|Pesquisar|Página inicial|Usuários|Cobrança|Seus produtos|Faturas e pagamentos|Relações com parceiros|Configurações|Parceiro|Revendedor|Convite de um parceiro|Contrato|Contrato de Cliente da Microsoft|Ainda não aceito|Revisar e pagar|Total|Voltar',
  'pt-PT':
    'Centro de administração|Procurar|Página inicial|Utilizadores|Faturação|Os seus produtos|Faturas e pagamentos|Relações com parceiros|Definições|Parceiro|Revendedor|Convite de um parceiro|Acordo|Acordo de Cliente da Microsoft|Ainda não aceite|Rever e pagar|Total|Voltar',
  ru: 'Центр администрирования|Поиск|Главная|Пользователи|Выставление счетов|Ваши продукты|Счета и платежи|Отношения с партнерами|Параметры|Партнер|Торговый посредник|Приглашение от партнера|Соглашение|Клиентское соглашение Майкрософт|Еще не принято|Проверка и оплата|Итого|Назад',
  sv: 'Administrationscenter|Sök|Start|Användare|Fakturering|Dina produkter|Fakturor och betalningar|Partnerrelationer|Inställningar|Partner|Återförsäljare|Inbjudan från en partner|Avtal|Microsoft-kundavtal|Inte godkänt än|Granska och betala|Summa|Tillbaka',
  tr: 'Yönetim merkezi|Ara|Giriş|Kullanıcılar|Faturalama|Ürünleriniz|Faturalar ve ödemeler|İş ortağı ilişkileri|Ayarlar|İş ortağı|Kurumsal bayi|İş ortağından davet|Sözleşme|Microsoft Müşteri Sözleşmesi|Henüz kabul edilmedi|Gözden geçir ve öde|Toplam|Geri',
  'zh-CN':
    '管理中心|搜索|主页|用户|计费|你的产品|账单和付款|合作伙伴关系|设置|合作伙伴|经销商|合作伙伴邀请|协议|Microsoft 客户协议|尚未接受|查看并付款|总计|返回',
};

function tableFor(language) {
  const words = full[language];
  if (words) return words;
  const row = rows[language]?.split('|') ?? [];
  const partial = Object.fromEntries(row.map((text, place) => [keys[place], text]));
  return { ...full.en, ...partial, agreementStep: partial.agreement ?? full.en.agreementStep };
}

/** The words of one language: `t('home')`, with the demo's names filled in. */
export function wordsOf(language) {
  const table = tableFor(language);
  const values = names[language] ?? names.en;
  return (key, more = {}) =>
    table[key].replace(/\{(\w+)\}/g, (_, name) => more[name] ?? values[name]);
}

export const namesOf = (language) => names[language] ?? names.en;
