/** Twice as many pixels as the picture has: it is to be printed. */
const SCALE = 2;

/**
 * A picture as PNG.
 * @throws Error where the browser cannot draw it
 */
export const pngOf = async (
  svg: string,
  { width, height }: { width: number; height: number },
): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG was made'))));
  });
};
