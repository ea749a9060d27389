/** Where two observations must meet to have one cause. */
export type Meeting =
  /** The same object, and the same cause or path. */
  | 'field'
  /** The same object. */
  | 'object';

/** One cause gives one finding: when both speak about it, only the winner does. */
export interface Precedence {
  readonly winner: string;
  readonly loser: string;
  readonly meeting: Meeting;
  /** The roles change when the loser is the more severe of the two. */
  readonly moreSevereWins?: true;
  readonly why: string;
}

/** Each row has its case in `test/checks/precedence-cases.ts`. Copies of one object need none: MTLS301 to MTLS303 leave them to MTLS103 themselves. */
export const PRECEDENCE: readonly Precedence[] = [
  {
    winner: 'MTLS101',
    loser: 'MTLS210',
    meeting: 'field',
    why: 'ports below an empty selector are refused because it is empty; that it would be read in two ways never comes to pass',
  },
  {
    winner: 'MTLS101',
    loser: 'MTLS211',
    meeting: 'object',
    why: 'a mode that is misspelt is read as none: the policy was not meant to change nothing',
  },
  {
    winner: 'MTLS206',
    loser: 'MTLS203',
    meeting: 'field',
    why: 'on a port that never reaches the proxy, the right number would not help either',
  },
  {
    winner: 'MTLS206',
    loser: 'MTLS211',
    meeting: 'field',
    why: 'on a port that never reaches the proxy no mode changes anything, inherited or not',
  },
  {
    winner: 'MTLS203',
    loser: 'MTLS211',
    meeting: 'field',
    why: 'the entry was meant for another port, where it may change something',
  },
  {
    winner: 'MTLS501',
    loser: 'MTLS401',
    meeting: 'field',
    moreSevereWins: true,
    why: 'the missing mode is why the rule sends plaintext; that it is refused is the consequence',
  },
  {
    winner: 'MTLS402',
    loser: 'MTLS511',
    meeting: 'object',
    why: 'a named workload that cannot answer says more than a wildcard that is too wide',
  },
  {
    winner: 'MTLS403',
    loser: 'MTLS510',
    meeting: 'field',
    why: 'to a sidecar the mode itself is wrong; verifying its certificate would not make it right',
  },
  {
    winner: 'MTLS502',
    loser: 'MTLS401',
    meeting: 'field',
    moreSevereWins: true,
    why: 'the entry without tls is why the port sends plaintext; that it is refused is the consequence',
  },
  {
    winner: 'MTLS206',
    loser: 'MTLS506',
    meeting: 'field',
    why: 'on a port that never reaches the proxy there is no mode to answer for',
  },
  {
    winner: 'MTLS401',
    loser: 'MTLS506',
    meeting: 'object',
    why: 'plaintext that is refused is no exception that somebody could answer for',
  },
  {
    winner: 'MTLS506',
    loser: 'MTLS211',
    meeting: 'field',
    why: 'nothing above asks for plaintext: the policy decides on it alone, and outlives the day on which the mesh turns STRICT',
  },
  {
    winner: 'MTLS602',
    loser: 'MTLS605',
    meeting: 'object',
    why: 'that the two data planes differ comes from the exception that one of them ignores',
  },
  {
    winner: 'MTLS603',
    loser: 'MTLS605',
    meeting: 'object',
    why: 'that the two data planes differ comes from the STRICT port that one of them loses',
  },
  {
    winner: 'MTLS604',
    loser: 'MTLS605',
    meeting: 'object',
    why: 'that the two data planes differ comes from the exception that opens every port in one of them',
  },
  {
    winner: 'MTLS605',
    loser: 'MTLS601',
    meeting: 'object',
    why: 'one selector over both data planes says what DISABLE means in each',
  },
];
