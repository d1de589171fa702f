import type { FileEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { say } from '../policy/describe/words.js';

/** What the field calls what happens to the files of claims. */
export const FILE_NAMES: Readonly<Record<FileEvent['type'], Bilingual>> = {
  FileAttached: say('上传材料', 'File attached'),
  FileWithdrawn: say('撤下材料', 'File withdrawn'),
  FileScanned: say('病毒扫描', 'File scanned for viruses'),
  FactChecked: say('核对事实', 'Fact checked'),
  FactCheckWithdrawn: say('撤销核对', 'Check taken back'),
};

const HASH_SHOWN = 12;

/** Which file, by the beginning of its hash; and why, where a reason was asked for. */
export function fileWords(event: FileEvent): Bilingual {
  switch (event.type) {
    case 'FileAttached': {
      const { name, sha256, reason } = event.data;
      const hash = sha256.slice(0, HASH_SHOWN);
      return reason === null
        ? say(`“${name}”（SHA-256 ${hash}…）`, `‘${name}’ (SHA-256 ${hash}…)`)
        : say(
            `“${name}”（SHA-256 ${hash}…）替换旧文件：${reason}`,
            `‘${name}’ (SHA-256 ${hash}…) in the place of another: ${reason}`,
          );
    }
    case 'FileWithdrawn':
      return say(event.data.reason, event.data.reason);
    case 'FileScanned': {
      const { outcome, finding } = event.data;
      if (outcome === 'clean') return say('未发现病毒', 'Nothing found');
      return say(`发现病毒：${finding ?? '未具名'}`, `A virus was found: ${finding ?? 'without a name'}`);
    }
    case 'FactChecked': {
      const { label, stated, page } = event.data;
      return page === null
        ? say(`${label.zh}（${stated}）与附件相符`, `${label.en} (${stated}) as a file shows it`)
        : say(
            `${label.zh}（${stated}）与附件第${page}页相符`,
            `${label.en} (${stated}) as page ${page} of a file shows it`,
          );
    }
    case 'FactCheckWithdrawn':
      return say('', '');
  }
}

export function isOfFiles(event: DomainEvent): event is FileEvent {
  return Object.hasOwn(FILE_NAMES, event.type);
}
