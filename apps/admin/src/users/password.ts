/** The API's bound; it refuses a shorter password itself. */
const passwordLengthMin = 12;

export function longEnough(sentence: string) {
  return (value: unknown): string | undefined =>
    typeof value === 'string' && value.length >= passwordLengthMin ? undefined : sentence;
}
