import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { cloneDeep } from 'lodash';

type Schema = Record<string, unknown> & { properties?: Record<string, unknown> };
type Parameter =
  | { name: string; in: string; required?: boolean; schema: Schema }
  | { $ref: string };
type Operation = {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, unknown>;
};

export type OpenApi = {
  openapi: string;
  paths: Record<string, { get: Operation }>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    responses: Record<string, unknown>;
  };
};

/** Parameters of an operation, those that the document shares included. */
export const parametersOf = (document: OpenApi, path: string) =>
  (document.paths[path]?.get.parameters ?? []).map((parameter) => {
    const name = '$ref' in parameter ? parameter.$ref.split('/').pop() : undefined;
    const found = name === undefined ? parameter : document.components.parameters[name];
    if (!found || '$ref' in found) throw new Error(`${path} names no parameter`);
    return found;
  });

/**
 * Compares answers with the document, which here leaves no room: what it does not name may not be
 * answered.
 */
export const createValidator = (document: OpenApi) => {
  const closed = cloneDeep(document);
  for (const schema of Object.values(closed.components.schemas)) {
    if (schema.properties) schema.additionalProperties ??= false;
  }
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema({ $id: 'api', ...closed });
  return {
    /** What is wrong with the answer of an operation; empty where all is as documented. */
    problems: ({ path, status, body }: { path: string; status: number; body: unknown }) => {
      const response = closed.paths[path]?.get.responses[status] as { $ref?: string } | undefined;
      if (!response) return [`${path} documents no ${status}`];
      const at = response.$ref
        ? response.$ref.slice(1)
        : `/paths/${path.replaceAll('/', '~1')}/get/responses/${status}`;
      const pointer = `${at}/content/application~1json/schema`.replace(/[{}]/g, encodeURIComponent);
      const validate = ajv.compile({ $ref: `api#${pointer}` });
      validate(body);
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${path} ${status}: ${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    },
  };
};
