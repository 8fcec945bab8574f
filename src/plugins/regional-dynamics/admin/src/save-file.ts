/** Hands a text to the browser as a file. */
export const saveFile = ({
  name,
  type,
  content,
}: {
  name: string;
  type: string;
  content: string;
}): void => {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
