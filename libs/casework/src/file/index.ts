export {
  decideAttachment,
  decideFileWithdrawal,
  decideScan,
  FILES_MAX,
  PROVES_MAX,
  type AttachFile,
  type FileContent,
  type RecordScan,
  type WithdrawFile,
} from './decide-file.js';
export {
  decideFactCheck,
  decideFactCheckWithdrawal,
  factCheckerRefusal,
  PAGE_MAX,
  type CheckFact,
  type WithdrawFactCheck,
} from './decide-fact-check.js';
export { foldFiles, successorOf, type EvidenceFile } from './evidence-file.js';
export { checkStands, foldFactChecks, type FactCheck } from './fact-check.js';
export { FILE_TYPES, SCAN_OUTCOMES, type FileEvent, type FileType, type ScanOutcome } from './file-event.js';
export {
  INVOICE_FIELDS,
  invoiceDifferences,
  readInvoiceSchema,
  type InvoiceField,
  type ReadInvoice,
} from './read-invoice.js';
export { fileKeeperRefusal } from './file-keeper.js';
