import { isIsoDate } from '../../src/checks/iso-date';

test.each(['2027-03-31', '2024-02-29', '0001-01-01', '9999-12-31'])('%s', (text) => expect(isIsoDate(text)).toBe(true));

test.each(['', 'soon', '2027-3-31', '2027-02-29', '2027-13-01', '2027-00-10', '2027-01-00', '2027-04-31', '2027-03-31T00:00:00Z', ' 2027-03-31', '2027-03-31\n'])(
  'not %j', (text) => expect(isIsoDate(text)).toBe(false),
);
