import { useMessages } from '../i18n/messages.js';
import { uiMessages } from './ui-messages.js';

interface Person {
  displayName: string;
  username: string;
}

/** Gives the function that says who an official is: names can be alike, usernames are not. */
export function usePersonName(): (person: Person) => string {
  const texts = useMessages(uiMessages);
  return ({ displayName, username }) => texts.aside(displayName, username);
}
