/** A document with a number of its own; an invoice's has 20 digits. */
export function documentOf(kind: string, document: number, issuedOn: string): object {
  const number = `${issuedOn.slice(2, 4)}${String(document).padStart(18, '0')}`;
  if (kind !== 'INVOICE') return { kind, number: `编-${number}` };
  const seller = { seller: '福州云岭云计算有限公司（虚构）', sellerUscc: '91350102MAX0090006' };
  return { kind, number, invoice: { ...seller, issuedOn, amount: '10000000.00', tax: '600000.00' } };
}
