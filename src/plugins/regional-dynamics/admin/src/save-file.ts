/** Gives the reader a file. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
};

/** A table as a file: with a mark at its start, without which spreadsheets take accents for others. */
export const csvFile = (csv: string): Blob =>
  new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' });
