/** The official languages of the European Union, and the regional ones of OTeN's partners. */
export const LANGUAGES = [
  ...['bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'it', 'lt'],
  ...['lv', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'sv'],
  ...['br', 'ca', 'co', 'csb', 'eu', 'gcf', 'gl', 'oc', 'rcf'],
];
