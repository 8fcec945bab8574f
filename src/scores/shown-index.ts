/** The index whose scores stand beside regions, and the type that the regions are. */
export const SHOWN_INDEX = 'dynamique-numerique-regionale';
export const TERRITORY = 'api::observatory.territory';
