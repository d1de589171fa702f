/** Lines below the header in one part, as the API takes them. */
const LINES = 500;
/** Bytes of one part: a request holds it in base64. */
const BYTES = 120_000;

/** A file of a register, cut into parts that each begin with the line of its headers. */
export interface SplitFile {
  readonly name: string;
  /** Of the whole file, in hexadecimal digits. */
  readonly sha256: string;
  readonly parts: readonly { readonly text: string; readonly before: number }[];
}

export async function splitFile(file: File): Promise<SplitFile> {
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name, sha256, parts: partsOf(textOf(bytes)) };
}

/** In whichever encoding a spreadsheet saved it. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export function partsOf(text: string): SplitFile['parts'] {
  const [header = '', ...records] = recordsOf(text);
  const parts: { text: string; before: number }[] = [];
  const encoder = new TextEncoder();
  let lines: string[] = [];
  let size = 0;
  let before = 0;
  const close = () => {
    parts.push({ text: [header, ...lines].join('\n'), before });
    before += lines.length;
    lines = [];
    size = 0;
  };
  for (const record of records) {
    const length = encoder.encode(record).length + 1;
    if (lines.length === LINES || (lines.length > 0 && size + length > BYTES)) close();
    lines.push(record);
    size += length;
  }
  if (lines.length > 0 || parts.length === 0) close();
  return parts;
}

/** Lines that hold something; one in quotes may go over several. */
function recordsOf(text: string): string[] {
  const records: string[] = [];
  let begun = '';
  for (const line of text.split(/\r\n|\n|\r/)) {
    const record = begun === '' ? line : `${begun}\n${line}`;
    // An odd number of quotation marks: the record goes on below.
    if (record.split('"').length % 2 === 0) begun = record;
    else {
      begun = '';
      if (record.trim() !== '') records.push(record);
    }
  }
  if (begun !== '') records.push(begun);
  return records;
}
