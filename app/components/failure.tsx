/** Says what failed beside the button that was pressed; nothing where nothing did. */
export function Failure({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <span role="alert" className="text-small text-failure">
      {sentence}
    </span>
  );
}
