import { describe, it } from '@jest/globals';
import { RuleTester } from 'eslint';
import typescript from 'typescript-eslint';
import { permissionRequired } from './permission-required.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: typescript.parser } });
const imports = "import { Query as Read, Mutation, ResolveField } from '@nestjs/graphql';";

tester.run('permission-required', permissionRequired, {
  valid: [
    `${imports} class Claims { @Mutation(() => Claim) @RequirePermission('claim.submit') submit() {} }`,
    `${imports} class Sessions { @Public() @Mutation(() => Session) login() {} }`,
    `${imports} class Claims { @ResolveField() events() {} }`,
    "import { Query } from '@nestjs/common'; class Files { download(@Query('id') id: string) {} }",
    `${imports} class Claims { plain() {} }`,
  ],
  invalid: [
    { code: `${imports} class Claims { @Mutation(() => Claim) submit() {} }`, errors: [{ messageId: 'missing' }] },
    { code: `${imports} class Claims { @Read(() => Claim) claim() {} }`, errors: [{ messageId: 'missing' }] },
    {
      code: `${imports} class Claims { @Mutation(() => Claim) @Public() @RequirePermission('x') submit() {} }`,
      errors: [{ messageId: 'several' }],
    },
  ],
});
