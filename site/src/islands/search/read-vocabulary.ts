import { VOCABULARY_FILE, type VocabularyFile } from '../../lib/search-vocabulary.ts';
import { unpackVocabulary, type PackedVocabulary } from '../../lib/vocabulary-packing.ts';
import { readJson } from './read-json.ts';

/**
 * Reads the vocabulary of an index.
 *
 * @param folder - Where the index lies, with a slash at its end.
 * @throws Error if there is no answer, or one that is no JSON or means failure.
 */
export async function readVocabulary(folder: string): Promise<VocabularyFile> {
  return unpackVocabulary((await readJson(folder + VOCABULARY_FILE)) as PackedVocabulary);
}
