/**
 * What the checks of recipes and of files, the routes of the panel and frozen editions say, and the
 * same in French. `$1`, `$2`, … stand for what
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
  [/^must be \[from, to\] with from < to$/, 'doit aller d’une valeur à une valeur plus grande'],
  [/^are missing for "(.+)" under "(.+)"$/, 'manquent à « $1 » pour « $2 »'],
  [/^is missing for "(.+)" under "(.+)"$/, 'manque à « $1 » pour « $2 »'],
  [/^are missing: normalisation is "(.+)"$/, 'manquent : la normalisation est « $1 »'],
  [/^is missing: normalisation is "(.+)"$/, 'manque : la normalisation est « $1 »'],
  [
    /^must be letters, digits, "_", "\." or "-"$/,
    'ne peut contenir que lettres, chiffres, « _ », « . » et « - »',
  ],
  [/^must be a share, at most 1$/, 'doit être une part, d’au plus 1'],
  [/^must be the index's own code, "(.*)"$/, 'doit être le code de l’indice lui-même, « $1 »'],
  // routes of the panel
  [/^There is no index "(.*)"$/, 'Il n’y a pas d’indice « $1 ».'],
  [/^There is no edition "(.*)"$/, 'Il n’y a pas d’édition « $1 ».'],
  [/^Edition (\S+) is gone$/, 'L’édition $1 n’existe plus.'],
  [/^There is no indicator "(.*)"$/, 'Il n’y a pas d’indicateur « $1 ».'],
  [/^There is no such import$/, 'Cet import n’existe pas ou plus.'],
  [/^The import has no report$/, 'Cet import n’a pas de compte rendu.'],
  [/^Another import is running$/, 'Un autre import est en cours.'],
  [/^The file must have at most 100 MB$/, 'Le fichier doit peser au plus 100 Mo.'],
  [/^Nothing of "(.*)" is computing$/, 'Aucun calcul de « $1 » n’est en cours.'],
  [
    /^The recipe was saved by somebody else since it was opened$/,
    'La recette a été enregistrée par quelqu’un d’autre depuis son ouverture.',
  ],
  [/^edition: the plan has no edition (\d+)$/, 'Le plan n’a pas d’édition n° $1.'],
  [/^(\S+) has no unit "(.*)"$/, '$1 n’a pas de région « $2 ».'],
  [/^(\S+) has no year (\d+)$/, '$1 n’a pas d’année $2.'],
  [/^there is no unit "(.*)"$/, 'il n’y a pas de région « $1 »'],
  [
    /^No unit of (.+) can be scored: there are too few figures$/,
    'Aucune région de $1 ne peut avoir de score : il y a trop peu de données.',
  ],
  [/^must be a file$/, 'doit être un fichier'],
  [/^must be JSON$/, 'doit être du JSON'],
  [/^must be a whole number$/, 'doit être un nombre entier'],
  [/^must be between (\S+) and (\S+)$/, 'doit être compris entre $1 et $2'],
  [/^must be one of (.+)$/, 'doit être l’une de ces valeurs : $1'],
  [/^must be a language code such as fr$/, 'doit être un code de langue comme fr'],
  [/^must be the "next" of an answer$/, 'doit être le « next » d’une réponse'],
  [/^is not known here$/, 'n’est pas connu ici'],
  [/^is not known here; known are (.+)$/, 'n’est pas connu ici ; sont connus : $1'],
  // frozen editions
  [
    /^Edition (\S+) is published: it is frozen; compute a new one$/,
    'L’édition $1 est publiée, donc figée : calculez-en une nouvelle.',
  ],
  [
    /^The index has the published edition (\S+): it stays$/,
    'L’indice a l’édition publiée $1 : il reste.',
  ],
  // files
  [/^takes more than (\d+) MB of memory to read$/, 'demande plus de $1 Mo de mémoire pour être lu'],
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

/** The sentence in French; undefined for one that is not the plugin's own. */
export const frenchOf = (message: string): string | undefined => {
  for (const [english, french] of SENTENCES) {
    if (english.test(message)) return message.replace(english, french);
  }
  // `gerd is no number: "x"`: the name of a column stands before the sentence.
  const [, column, rest] =
    /^([A-Za-z0-9_.-]+) (is no number.*|has the unknown flag.*)$/.exec(message) ?? [];
  return column === undefined || rest === undefined ? undefined : `${column} ${inFrench(rest)}`;
};

/** The sentence in French; as it is where it has no French. */
export const inFrench = (message: string): string => frenchOf(message) ?? message;
