import type { FieldProblem } from '@duixian/casework';
import { z } from 'zod';

const contactSchema = z.object({
  name: z.string().trim().min(1).max(100),
  phone: z
    .string()
    .trim()
    .regex(/^\+?\d[\d -]{4,30}$/),
  email: z.email().max(254).nullable(),
});

/** Whom to call at an enterprise. Personal data: it is kept outside the log and can be erased. */
export type ContactDetails = Readonly<z.infer<typeof contactSchema>>;

const SENTENCES: Readonly<Record<string, FieldProblem['message']>> = {
  name: { zh: '请填写联系人姓名，不超过100字。', en: "State the contact's name in at most 100 characters." },
  phone: {
    zh: '请填写电话号码，只含数字、空格和连字符。',
    en: 'State a telephone number: digits, blanks and hyphens.',
  },
  email: { zh: '请填写正确的电子邮箱，或留空。', en: 'State a valid email address, or leave it empty.' },
};

/**
 * Checks a contact as typed in; every field that is wrong is named at once.
 *
 * @param path put before the names of fields in problems, such as `contact.`.
 */
export function checkContact(
  stated: ContactDetails,
  path = '',
): { readonly contact: ContactDetails } | { readonly problems: readonly FieldProblem[] } {
  const parsed = contactSchema.safeParse(stated);
  if (parsed.success) return { contact: parsed.data };
  const fields = new Set(parsed.error.issues.map((issue) => issue.path.join('.')));
  return { problems: [...fields].map((field) => ({ field: path + field, message: sentenceOf(field) })) };
}

function sentenceOf(field: string): FieldProblem['message'] {
  const sentence = SENTENCES[field];
  if (sentence === undefined) throw new Error(`Nothing is said about a wrong ${field} of a contact.`);
  return sentence;
}
