import { join, resolve } from 'node:path';
import { z } from 'zod';
import { scannerAddress, type ScannerAddress } from './virus-scanner.js';

/** An object store that speaks S3. */
export interface S3Settings {
  /** Address of the store, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

/** Where the files of claims are kept. */
export interface EvidenceFileSettings {
  /** Folder of the files, absolute; uploads gather there also where an object store keeps what they come to. */
  readonly folder: string;
  /** Null = the folder keeps them. */
  readonly s3: S3Settings | null;
  /** Of one file. */
  readonly bytesMax: number;
  /** Who looks for viruses before a file is opened; null = nobody. */
  readonly scanner: ScannerAddress | null;
}

const MIB = 1024 * 1024;

export const evidenceFileVariables = {
  DUIXIAN_FILES_DIR: z.string().min(1).optional(),
  DUIXIAN_FILE_MIB_MAX: z.coerce.number().int().min(1).max(200).default(200),
  DUIXIAN_FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  DUIXIAN_FILES_S3_BUCKET: z.string().min(3).max(63).optional(),
  DUIXIAN_FILES_S3_REGION: z.string().min(1).default('us-east-1'),
  DUIXIAN_FILES_S3_KEY_ID: z.string().min(1).optional(),
  DUIXIAN_FILES_S3_SECRET: z.string().min(1).optional(),
  DUIXIAN_CLAMD: scannerAddress.optional(),
};

type Variables = z.infer<z.ZodObject<typeof evidenceFileVariables>>;

const OF_S3 = [
  'DUIXIAN_FILES_S3_ENDPOINT',
  'DUIXIAN_FILES_S3_BUCKET',
  'DUIXIAN_FILES_S3_KEY_ID',
  'DUIXIAN_FILES_S3_SECRET',
] as const;

/** Those that are missing while others are there: an object store is set up whole, or not at all. */
export function missingOfS3(variables: Partial<Variables>): string[] {
  const missing = OF_S3.filter((name) => variables[name] === undefined);
  return missing.length === OF_S3.length ? [] : missing;
}

export function evidenceFilesOf(variables: Variables & { readonly DUIXIAN_DATA_DIR: string }): EvidenceFileSettings {
  const {
    DUIXIAN_FILES_S3_ENDPOINT: endpoint,
    DUIXIAN_FILES_S3_BUCKET: bucket,
    DUIXIAN_FILES_S3_REGION: region,
    DUIXIAN_FILES_S3_KEY_ID: keyId,
    DUIXIAN_FILES_S3_SECRET: secret,
  } = variables;
  const isS3 = endpoint !== undefined && bucket !== undefined && keyId !== undefined && secret !== undefined;
  return {
    folder: resolve(variables.DUIXIAN_FILES_DIR ?? join(variables.DUIXIAN_DATA_DIR, 'files')),
    s3: isS3 ? { endpoint, bucket, region, keyId, secret } : null,
    bytesMax: variables.DUIXIAN_FILE_MIB_MAX * MIB,
    scanner: variables.DUIXIAN_CLAMD ?? null,
  };
}
