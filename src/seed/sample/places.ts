import type { SampleLocale } from './vocabulary';

export type SamplePlace = { nuts: string; name: string; locale: SampleLocale };

/** Where the generated monographs are set, under their own names, which every language keeps. */
export const SAMPLE_PLACES: readonly SamplePlace[] = [
  { nuts: 'FR10', name: 'Île-de-France', locale: 'fr' },
  { nuts: 'FRJ2', name: 'Midi-Pyrénées', locale: 'fr' },
  { nuts: 'FRH0', name: 'Bretagne', locale: 'fr' },
  { nuts: 'FRI1', name: 'Aquitaine', locale: 'fr' },
  { nuts: 'FRK2', name: 'Rhône-Alpes', locale: 'fr' },
  { nuts: 'FRF1', name: 'Alsace', locale: 'fr' },
  { nuts: 'FRM0', name: 'Corse', locale: 'fr' },
  { nuts: 'FRY4', name: 'La Réunion', locale: 'fr' },
  { nuts: 'EL43', name: 'Κρήτη', locale: 'el' },
  { nuts: 'EL431', name: 'Ηράκλειο', locale: 'el' },
  { nuts: 'EL432', name: 'Λασίθι', locale: 'el' },
  { nuts: 'EL433', name: 'Ρέθυμνο', locale: 'el' },
  { nuts: 'EL434', name: 'Χανιά', locale: 'el' },
  { nuts: 'PT30', name: 'Madeira', locale: 'pt' },
  { nuts: 'ES70', name: 'Canarias', locale: 'es' },
  { nuts: 'ES705', name: 'Gran Canaria', locale: 'es' },
  { nuts: 'ES708', name: 'Lanzarote', locale: 'es' },
  { nuts: 'ES709', name: 'Tenerife', locale: 'es' },
  { nuts: 'PL21', name: 'Małopolska', locale: 'pl' },
  { nuts: 'PL213', name: 'Kraków', locale: 'pl' },
];
