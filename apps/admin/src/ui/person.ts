/** An official as he is shown: names can be alike, usernames are not. */
export function personName({ displayName, username }: { displayName: string; username: string }): string {
  return `${displayName}（${username}）`;
}
