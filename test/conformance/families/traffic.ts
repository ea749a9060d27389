import { traffic } from '../../../src/istio/traffic/traffic';
import { TrafficAnswer } from '../../../src/istio/traffic/traffic-answer';
import { Comparison, ConformanceCase, Family, plainFields } from '../conformance-case';
import { isDelivered } from '../delivered';
import { unmodelledFeature } from '../features';
import { meshOf } from '../mesh-of-case';
import { onOtherPort, trafficQuestionOf } from '../traffic-question-of-case';

/** Client, server and policies: what happens? */
export const trafficFamily: Family = {
  skip: unmodelledFeature,
  compare: (conformanceCase: ConformanceCase) => {
    const { given, expect } = conformanceCase;
    const mesh = meshOf(conformanceCase);
    const question = trafficQuestionOf(mesh, conformanceCase);
    const answer = traffic(mesh, question);
    const others: readonly string[] = given.alsoOnPorts ?? [];
    return [
      ...plainFields(expect, { outcome: () => answer.outcome, serverMode: () => answer.serverMode }),
      ...delivery('delivered', expect.delivered, answer),
      ...others.flatMap((name) => {
        const other = onOtherPort(mesh, question, name);
        return other === undefined ? [] : delivery(`delivered (${name})`, expect.delivered, traffic(mesh, other));
      }),
    ];
  },
};

/** `null`: nobody knows, not compared. */
function delivery(field: string, expected: boolean | null | undefined, answer: TrafficAnswer): readonly Comparison[] {
  return expected === null || expected === undefined ? [] : [{ field, expected, got: isDelivered(answer) }];
}
