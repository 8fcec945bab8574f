import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { UploadedFile } from '../services/import-jobs';
import type { PanelContext } from './panel-context';
import { readInput } from './read-input';

/** Bytes a file may have. */
const MOST_BYTES = 100 * 1024 * 1024;

const uploaded = z.object(
  {
    filepath: z.string(),
    originalFilename: z.string().min(1).max(255),
    size: z.number(),
  },
  { error: 'must be a file' },
);

const files = z.object({ files: uploaded });

type Settings = { status: number; body: unknown };

/** All files a request has brought, whatever their fields are called. */
const pathsIn = (given: unknown): string[] =>
  Object.values(given ?? {})
    .flat()
    .flatMap((file) => {
      const parsed = z.object({ filepath: z.string() }).safeParse(file);
      return parsed.success ? [parsed.data.filepath] : [];
    });

/**
 * Hands on the one file of a request, in its field `files`; whatever becomes of it, no temporary
 * file stays.
 */
export const withUpload = async (
  ctx: PanelContext & Settings,
  work: (file: UploadedFile) => Promise<void>,
): Promise<void> => {
  const brought = ctx.request.files;
  try {
    const { files: file } = readInput(files, brought ?? {});
    if (file.size > MOST_BYTES) {
      const message = 'The file must have at most 100 MB';
      ctx.status = 413;
      ctx.body = {
        data: null,
        error: { status: 413, name: 'PayloadTooLargeError', message, details: {} },
      };
      return;
    }
    await work({ file: file.filepath, name: file.originalFilename });
  } finally {
    await Promise.all(pathsIn(brought).map((file) => rm(file, { force: true })));
  }
};
