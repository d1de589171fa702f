import { bankReferenceAccount, normaliseBankReference, programmeAccounts } from '@duixian/casework';
import { payeeOn } from '@duixian/registry';
import { decideBankReturn, decideConfirmation, decideReinstruction } from '@duixian/treasury';
import { exclusionsOf } from '../../exclusion/exclusion-records.js';
import { readPaymentFile } from '../read-payment-file.js';
import { paymentStep } from './payment-step.js';

export const confirmPayment = paymentStep('CONFIRM', async (records, command, law) => {
  const reference = normaliseBankReference(command.bankReference);
  const { places } = law;
  const known = await records.payment(command.payment);
  const earlierSettlements: string[] = [];
  // A treasury that was merged knows the reference under the codes of before.
  for (const code of known === null ? [] : places.carriedOn(known.payer, command.on)) {
    if (code !== places.asOf(code, command.on)) earlierSettlements.push(bankReferenceAccount(code, reference));
    earlierSettlements.push(...(await records.settlementsOf(code, reference)));
  }
  const read = await readPaymentFile(records, command.payment, (payer) => [
    bankReferenceAccount(places.asOf(payer, command.on), reference),
    ...earlierSettlements,
  ]);
  if (!read.ok) return read;
  const accounts = await records.accounts(read.file.claim.uscc);
  const catalogue = law.ofClaim(command.tenant, read.file.claim);
  return decideConfirmation({ command, ...read.file, earlierSettlements, accounts, catalogue });
});

export const recordBankReturn = paymentStep('RETURN', async (records, command, law) => {
  const read = await readPaymentFile(records, command.payment);
  if (!read.ok) return read;
  return decideBankReturn({ command, ...read.file, catalogue: law.ofClaim(command.tenant, read.file.claim) });
});

export const reinstructPayment = paymentStep('REINSTRUCT', async (records, command, law) => {
  const read = await readPaymentFile(records, command.payment, (_, claim) =>
    programmeAccounts(law.ofClaim(command.tenant, claim), claim.measure, claim.year),
  );
  if (!read.ok) return read;
  const { guards: programme, ...file } = read.file;
  const payee = payeeOn(await records.accounts(file.claim.uscc), command.on);
  const enterprise = await records.enterprise(file.claim.uscc);
  const catalogue = law.ofClaim(command.tenant, file.claim);
  const [papers, lists, exclusions] = await Promise.all([
    records.papers(file.claim, catalogue),
    records.listsOf(file.claim),
    exclusionsOf(records, file.claim, catalogue, { step: 'instruction', on: command.on }),
  ]);
  return decideReinstruction({ command, ...file, programme, enterprise, payee, catalogue, papers, lists, exclusions });
});

/** Every step on a payment, for the module. */
export const paymentStepProviders = [confirmPayment, recordBankReturn, reinstructPayment].flatMap(
  ({ providers }) => providers,
);
