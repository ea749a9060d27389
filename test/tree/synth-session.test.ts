import { App, Chart, Testing } from 'cdk8s';
import { synthSession } from '../../src/tree/synth-session';

function appWith(charts: number): App {
  const app = Testing.app();
  for (let index = 0; index < charts; index += 1) new Chart(app, `chart-${index}`);
  return app;
}

describe('a synth session', () => {
  test.each([1, 10, 100])('is one for app.synth(), however often cdk8s validates %d charts', (charts) => {
    const app = appWith(charts);
    const seen: number[] = [];
    const session = synthSession(app);
    app.node.addValidation({ validate: () => { seen.push(session.number); return []; } });
    app.synth();
    expect(seen).toEqual(Array(charts + 1).fill(1));
    app.synthYaml();
    expect(new Set(seen.slice(charts + 1))).toEqual(new Set([2]));
  });

  test('is not active outside, where charts are rendered one by one', () => {
    const app = appWith(2);
    const session = synthSession(app);
    const active: boolean[] = [];
    app.node.addValidation({ validate: () => { active.push(session.active); return []; } });
    app.charts[0].toJson();
    app.synthYaml();
    app.charts[0].toJson();
    expect(active).toEqual([false, true, true, true, false]);
  });

  test('ends when synth throws', () => {
    const app = appWith(1);
    const session = synthSession(app);
    app.node.addValidation({ validate: () => ['no'] });
    expect(() => app.synth()).toThrow('no');
    expect(session).toMatchObject({ active: false, number: 1 });
  });

  test('is the same for everybody who asks, and keeps what synth returns', () => {
    const app = appWith(1);
    expect(synthSession(app.charts[0])).toBe(synthSession(app));
    expect(app.synthYaml()).toBe('');
    expect(synthSession(app).number).toBe(1);
  });
});
