/** What a function is told to sign with, as far as a test goes. */
export const SIGNER = {
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test-secret',
};
