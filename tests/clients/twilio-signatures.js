// What Twilio's own library says to each case of a file: its signature, and whether the request that was received is Twilio's.
import { readFileSync } from 'node:fs';
import twilio from 'twilio';

const { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } = twilio;
const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const answers = cases.map((c) => {
  const signature = getExpectedTwilioSignature(c.signingToken, c.signed, c.body === null ? c.form : {});
  const given = c.signature ?? signature;
  const valid = (token) => c.body === null ? validateRequest(token, given, c.received, c.receivedForm) : validateRequestWithBody(token, given, c.received, c.body);
  return { signature, valid: c.tokens.some(valid) };
});
console.log(JSON.stringify(answers));
