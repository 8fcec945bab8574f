/**
 * What the checks of recipes and of files say, and the same in French. `$1`, `$2`, … stand for what
 * the parentheses of the pattern have matched.
 */
const SENTENCES: [english: RegExp, french: string][] = [
  // recipes
  [/^is given, yet weighting is "equal"$/, 'est donné, alors que la pondération est égale'],
  [/^have weights that are all zero$/, 'n’ont que des poids nuls'],
  [/^share (.+) points; a budget has 100$/, 'se partagent $1 points ; un budget en compte 100'],
  [/^"(.+)" is taken$/, '« $1 » est déjà pris'],
  [/^means nothing at the root$/, 'n’a pas de sens à la racine'],
  [/^"(.+)" is not among the indicators$/, '« $1 » n’est pas parmi les indicateurs'],
  [/^"(.+)" stands twice in the tree$/, '« $1 » figure deux fois dans l’arbre'],
  [/^"(.+)" stands twice$/, '« $1 » figure deux fois'],
  [
    /^must be \[lower, upper\] with lower < upper$/,
    'doivent être une borne basse puis une borne haute plus grande',
  ],
  [/^are missing: normalisation is "(.+)"$/, 'manquent : la normalisation est « $1 »'],
  [/^is missing: normalisation is "(.+)"$/, 'manque : la normalisation est « $1 »'],
  [
    /^must be letters, digits, "_", "\." or "-"$/,
    'ne peut contenir que lettres, chiffres, « _ », « . » et « - »',
  ],
  [/^must be a share, at most 1$/, 'doit être une part, d’au plus 1'],
  // files
  [
    /^is no number: "(.*)" \(decimals take a point\)$/,
    'n’est pas un nombre : « $1 » (les décimales prennent un point)',
  ],
  [/^is no number: "(.*)"$/, 'n’est pas un nombre : « $1 »'],
  [/^has the unknown flag "(.*)"$/, 'porte l’indicateur de statut inconnu « $1 »'],
  [
    /^standard_error is no number from 0: "(.*)"$/,
    'standard_error n’est pas un nombre à partir de 0 : « $1 »',
  ],
  [/^unit must be a code, not "(.*)"$/, 'unit doit être un code, non « $1 »'],
  [
    /^year must be from (\d+) to (\d+), not "?(.*?)"?$/,
    'year doit être compris entre $1 et $2, non « $3 »',
  ],
  [/^there is no indicator "(.*)"$/, 'il n’y a pas d’indicateur « $1 »'],
  [/^flag must have at most 60 characters$/, 'flag doit avoir au plus 60 caractères'],
  [/^the cell \((.*)\) is on line (\d+) already$/, 'la cellule ($1) figure déjà à la ligne $2'],
  [/^has (\d+) columns, not (\d+)$/, 'a $1 colonnes, et non $2'],
  [/^has (\d+) dimensions, not (\d+)$/, 'a $1 dimensions, et non $2'],
  [
    /^is of (\S+) "(.*)", other lines of "(.*)": say which is meant$/,
    'relève de $1 « $2 », d’autres lignes de « $3 » : précisez laquelle est voulue',
  ],
  [/^has no dimension "(.*)" but (.*)$/, 'n’a pas de dimension « $1 », mais $2'],
  [
    /^does not name its indicator: say which one it is$/,
    'ne nomme pas son indicateur : précisez lequel',
  ],
  [
    /^has no column "indicator": say which one it is$/,
    'n’a pas de colonne « indicator » : précisez l’indicateur',
  ],
  [
    /^must end in \.csv, \.tsv, \.xlsx or \.json$/,
    'doit se terminer par .csv, .tsv, .xlsx ou .json',
  ],
  [/^is empty$/, 'est vide'],
  [/^has no column "(.*)"$/, 'n’a pas de colonne « $1 »'],
  [/^has no dimension "(.*)"$/, 'n’a pas de dimension « $1 »'],
  [/^has the column "(.*)", which is no year$/, 'a la colonne « $1 », qui n’est pas une année'],
  [/^has the column "(.*)" twice$/, 'a deux fois la colonne « $1 »'],
  [/^needs the columns unit and year$/, 'doit avoir les colonnes unit et year'],
  [/^knows no column "(.*)"$/, 'ne peut pas avoir de colonne « $1 »'],
  [/^(\S+) is no year: "(.*)"$/, '$1 n’est pas une année : « $2 »'],
  [/^is no Excel workbook: (.*)$/, 'n’est pas un classeur Excel : $1'],
  [/^is no JSON: (.*)$/, 'n’est pas du JSON : $1'],
  [/^holds no dataset of JSON-stat 2\.0$/, 'ne contient pas de jeu de données JSON-stat 2.0'],
  [
    /^needs a place and a time among (.*)$/,
    'doit avoir une dimension de lieu et une de temps parmi $1',
  ],
];

/** The sentence in French; as it is where it has no French. */
export const inFrench = (message: string): string => {
  for (const [english, french] of SENTENCES) {
    if (english.test(message)) return message.replace(english, french);
  }
  // `gerd is no number: "x"`: the name of a column stands before the sentence.
  const [, column, rest] =
    /^([A-Za-z0-9_.-]+) (is no number.*|has the unknown flag.*)$/.exec(message) ?? [];
  return column === undefined || rest === undefined ? message : `${column} ${inFrench(rest)}`;
};
