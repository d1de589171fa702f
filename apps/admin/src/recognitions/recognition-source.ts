import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListSource } from '../api/data-provider.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { RecognitionListStanding } from '../api/schema/enums.generated.js';
import { recognitionListsDocument } from './documents.js';

const recognitionFilter = z.object({
  query: lenientText,
  standing: lenient(z.enum(RecognitionListStanding)),
  isOpen: lenient(z.literal(true)),
});

/** The newest first: the API has no other order. */
export const defaultRecognitionSort = { field: 'issuedOn', order: 'DESC' } as const;

export function recognitionSource(client: GraphQlClient): ListSource {
  return async ({ filter, asOf }, request, signal) => {
    const variables = { ...request, filter: filterFrom(recognitionFilter, filter), asOf };
    return (await client.run(recognitionListsDocument, variables, signal)).recognitionLists;
  };
}
