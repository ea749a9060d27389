import { exceptionAnnotation } from '../../istio/model/exception-annotations';
import { MtlsException } from '../mtls-exception';
import { checkedDate } from '../values/calendar-date';
import { checkedText } from '../values/checked-text';

/** Flat, so that CEL and people can read them. With a workload port, the exception is for that port alone. */
export function exceptionAnnotations(exception: MtlsException, workloadPort?: number): Record<string, string> {
  const { owner, reason, reviewBy, ticket } = checkedException(exception);
  return {
    [exceptionAnnotation('owner', workloadPort)]: owner,
    [exceptionAnnotation('reason', workloadPort)]: reason,
    [exceptionAnnotation('review-by', workloadPort)]: reviewBy,
    ...(ticket === undefined ? undefined : { [exceptionAnnotation('ticket', workloadPort)]: ticket }),
  };
}

/** Refuses an exception for which nobody could be asked. */
export function checkedException(exception: MtlsException): MtlsException {
  checkedText('exception owner', exception.owner, 'name the team that answers for it');
  checkedText('exception reason', exception.reason, 'say why mutual TLS is not possible here');
  checkedDate('exception reviewBy', exception.reviewBy);
  if (exception.ticket !== undefined) checkedText('exception ticket', exception.ticket, 'name the ticket, or leave it away');
  return exception;
}
