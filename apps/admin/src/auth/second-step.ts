/** The password is right: a code of the second factor is asked for, and sent with the ticket. */
export class SecondFactorAsked extends Error {
  constructor(readonly ticket: string) {
    super('A code of the second factor is asked for.');
    this.name = 'SecondFactorAsked';
  }
}

/** The second step came too late, or too often: the first one is asked for again. */
export class SignInLapsed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SignInLapsed';
  }
}
