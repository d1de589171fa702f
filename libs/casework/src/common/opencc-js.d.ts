/** The types of the package name no extensions, so that Node's way of resolving does not find what they import. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { readonly from: 't'; readonly to: 'cn' }): (text: string) => string;
}
