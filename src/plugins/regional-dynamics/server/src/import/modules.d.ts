/** What is used here of the toolkit, which has no types of its own. */
declare module 'jsonstat-toolkit' {
  type Point = { value: number | null; status: string | null };

  export type Dataset = {
    id: string[];
    role: { time?: string[]; geo?: string[] } | null;
    Unflatten: <T>(visit: (coordinates: Record<string, string>, point: Point) => T) => T[];
  };

  const JSONstat: (json: unknown) => Dataset;
  export default JSONstat;
}

/** Its one function that is used here: rows of the first sheet. */
declare module 'read-excel-file/node' {
  export const readSheet: (file: string) => Promise<(string | number | boolean | Date | null)[][]>;
}
