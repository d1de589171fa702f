import type { ScanOutcome } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { Role } from '../../identity/permission.js';
import type { ScanDelay } from '../scan/virus-scans.js';
import type { UploadErrorCode } from '../upload/upload-error.js';

/** What decides whether a file is opened. */
export interface Openable {
  readonly withdrawn: boolean;
  readonly scan: { readonly outcome: ScanOutcome; readonly finding: string | null } | null;
}

/** Why a file is not opened. */
export interface Closed {
  readonly code: Extract<UploadErrorCode, 'INFECTED' | 'NOT_SCANNED' | 'WITHDRAWN'>;
  readonly says: Bilingual;
}

/**
 * Why nobody, or not this one, opens a file; null where he does.
 *
 * @param delay of the scan, where there is a scanner and it has not looked at the file.
 */
export function closedTo(
  roles: readonly Role[],
  { withdrawn, scan }: Openable,
  delay: ScanDelay | null,
): Closed | null {
  if (scan?.outcome === 'infected') {
    const says = {
      zh: `此文件带有病毒（${scan.finding ?? '未具名'}），任何人都不能打开；请联系企业重新提供。`,
      en: `The file holds a virus (${scan.finding ?? 'without a name'}), and nobody opens it: ask the enterprise for another one.`,
    };
    return { code: 'INFECTED', says };
  }
  if (withdrawn && !roles.includes('auditor')) {
    const says = { zh: '此文件已撤下，仅审计人员可以查看。', en: 'The file was withdrawn: auditors alone read it.' };
    return { code: 'WITHDRAWN', says };
  }
  return scan === null && delay !== null ? { code: 'NOT_SCANNED', says: NOT_SCANNED[delay] } : null;
}

const NOT_SCANNED: Readonly<Record<ScanDelay, Bilingual>> = {
  waiting: {
    zh: '正在扫描病毒，扫描后即可打开，通常只需几秒。',
    en: 'It is being scanned for viruses, and can be opened after that: a few seconds as a rule.',
  },
  away: {
    zh: '病毒扫描服务暂时连接不上，文件已保存；服务恢复后自动扫描，扫描后即可打开。如长时间未恢复，请联系管理员。',
    en: 'The scanner for viruses cannot be reached. The file is kept, is scanned once the scanner is back, and can be opened then: if that takes long, tell an administrator.',
  },
  'too-large': {
    zh: '文件超过病毒扫描服务的大小上限，未能扫描，因此不能打开；请联系管理员调高其上限（StreamMaxLength），或拆分后替换此文件。',
    en: 'The file is larger than the scanner for viruses takes, and stays closed: ask an administrator to raise its limit (StreamMaxLength), or replace the file by smaller ones.',
  },
  broken: {
    zh: '扫描病毒时中断或超时，文件已保存，稍后自动重新扫描；如反复如此，请联系管理员。',
    en: 'The scan for viruses broke off or took too long. The file is kept and is scanned again in a while: if that goes on, tell an administrator.',
  },
  'other-content': {
    zh: '存储中的内容与记录不符，未能扫描，因此不能打开；请告知管理员用 duixian verify 核对，并从备份恢复。',
    en: 'The store holds another content than was recorded, and the file stays closed. Tell an administrator: `duixian verify` says more, and a backup brings it back.',
  },
};
