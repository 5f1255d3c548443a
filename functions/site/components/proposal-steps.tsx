const STEPS = ['选择目录行', '填写内容', '核对提交'] as const;

/** The three screens of a proposal, and which of them this is. */
export function ProposalSteps({ now }: { now: 1 | 2 | 3 }) {
  return (
    <ol class="progress-steps" aria-label="办理步骤">
      {STEPS.map((name, index) => (
        <li
          class={index + 1 < now ? 'done' : ''}
          {...(index + 1 === now && { 'aria-current': 'step' as const })}
        >
          {index + 1}. {name}
          {index + 1 < now && <span class="vh">（已完成）</span>}
        </li>
      ))}
    </ol>
  );
}
