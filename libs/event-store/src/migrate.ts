/** The role the application works under: it may add events and read them, and never change one. */
export const APPLICATION_ROLE = 'duixian_app';

/** Brings schema `es` and the grants of the application role up to date. Run as the owner; repeating does nothing. */
export declare function migrate(ownerUrl: string): Promise<void>;
