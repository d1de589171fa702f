/** What stands on a fully digital invoice (数电票), amounts as they are written. */
export interface EInvoice {
  readonly number: string;
  readonly issuedOn: string;
  readonly seller: string;
  readonly sellerUscc: string;
  readonly buyer: string;
  readonly buyerUscc: string;
  readonly amount: string;
  readonly tax: string;
}

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Its XML, shaped as the tax authority's platform exports it. */
export function einvoiceOf({ number, issuedOn, seller, sellerUscc, buyer, buyerUscc, amount, tax }: EInvoice): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<EInvoice>
  <Header>
    <EIid>${number}</EIid>
    <EInvoiceTag>SWEI3200</EInvoiceTag>
    <Version>0.2</Version>
    <InherentLabel>
      <EInvoiceType><LabelCode>01</LabelCode><LabelName>全面数字化的电子发票</LabelName></EInvoiceType>
      <GeneralOrSpecialVAT><LabelCode>01</LabelCode><LabelName>增值税专用发票</LabelName></GeneralOrSpecialVAT>
    </InherentLabel>
  </Header>
  <EInvoiceData>
    <SellerInformation><SellerIdNum>${sellerUscc}</SellerIdNum><SellerName>${text(seller)}</SellerName></SellerInformation>
    <BuyerInformation><BuyerIdNum>${buyerUscc}</BuyerIdNum><BuyerName>${text(buyer)}</BuyerName></BuyerInformation>
    <BasicInformation>
      <TotalAmWithoutTax>${amount}</TotalAmWithoutTax>
      <TotalTaxAm>${tax}</TotalTaxAm>
      <TotalTax-includedAmount>${Number(amount) + Number(tax)}</TotalTax-includedAmount>
      <RequestTime>${issuedOn} 10:11:12</RequestTime>
    </BasicInformation>
    <IssuItemInformation>
      <ItemName>*信息技术服务*算力服务</ItemName><Amount>${amount}</Amount><TaxRate>0.06</TaxRate><ComTaxAm>${tax}</ComTaxAm>
    </IssuItemInformation>
  </EInvoiceData>
  <SellerAuthentication/>
  <TaxSupervisionInfo>
    <InvoiceNumber>${number}</InvoiceNumber>
    <IssueTime>${issuedOn} 10:11:13</IssueTime>
    <TaxBureauCode>13500000000</TaxBureauCode>
  </TaxSupervisionInfo>
</EInvoice>
`;
}
