import { describe, expect, it } from '@jest/globals';
import { NOTE_LENGTH_MAX, noteRefusal } from './note.js';

const refused = { code: 'INVALID_INPUT', problems: [{ field: 'note' }] };

describe('a note that goes on record for good', () => {
  it.each([
    ['已电话告知林某某，尾号0000'],
    ['2026-08-03 10:30 电话告知，2026年8月4日回访'],
    ['二〇二六年八月三日上门告知'],
    ['Told on 2026-08-03, extension 123456.'],
    ['123456'],
    ['补贴500000元，分3期'],
    ['石'.repeat(NOTE_LENGTH_MAX)],
  ])('says what was done: %s', (text) => {
    expect(noteRefusal('note', text)).toBeNull();
  });

  it.each([
    ['打了13800001111'],
    ['打了 138 0000 1111'],
    ['打了138-0000-1111'],
    ['打了138—0000–1111'],
    ['打了138\u200b0000\u200b1111'],
    ['打了１３８００００１１１１'],
    ['打了①③⑧00001111'],
    ['打了١٣٨٠٠٠٠١١١١'],
    ['打了一三八零零零零一一一一'],
    ['打了幺三八〇〇〇〇1111'],
    ['账号陆贰贰贰零零零零'],
    ['Called 8560001.'],
    ['2026-08-03 打了 0595-8560 0000'],
    ['138-2026-08-03'],
  ])('holds no whole number: %s', (text) => {
    expect(noteRefusal('note', text)).toMatchObject(refused);
  });

  it.each([[''], [' \n'], ['石'.repeat(NOTE_LENGTH_MAX + 1)]])('has a length', (text) => {
    expect(noteRefusal('note', text)).toMatchObject(refused);
  });

  it('is refused with what to write instead', () => {
    const message = { zh: expect.stringContaining('末四位'), en: expect.stringContaining('last four digits') };
    expect(noteRefusal('reason', '打了13800001111')).toMatchObject({ problems: [{ field: 'reason', message }] });
  });
});
