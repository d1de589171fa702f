import type { Bilingual } from '@duixian/policy';
import type { Told } from './return-schema.js';

export const TOLD_NAMES: Readonly<Record<Told, Bilingual>> = {
  first: { zh: '一次告知', en: 'told at once' },
  late: { zh: '迟告', en: 'told late' },
  again: { zh: '再次要求', en: 'asked again' },
};
