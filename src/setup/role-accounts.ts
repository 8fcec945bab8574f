/** Somebody for each kind of the observatory's own roles, at `<role>@oten.example`, in the demo. */
export const ROLE_ACCOUNTS = [
  { role: 'iris-editor', firstname: 'Inès', lastname: 'Rédaction' },
  { role: 'partner-el', firstname: 'Kalliopi', lastname: 'Crète' },
  { role: 'reviewer-el', firstname: 'Manolis', lastname: 'Crète' },
  { role: 'partner-fr', firstname: 'Élodie', lastname: 'Île-de-France' },
  { role: 'hub-coordinator', firstname: 'Hugo', lastname: 'Coordination' },
  { role: 'academy-organiser', firstname: 'Aline', lastname: 'Académie' },
  { role: 'repertoire-steward', firstname: 'Rémi', lastname: 'Répertoire' },
  { role: 'reader', firstname: 'Lise', lastname: 'Lecture' },
] as const;
