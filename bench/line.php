<?php
// Medians and the table.

function median(array $values): float
{
    sort($values);
    $count = count($values);
    return $count ? ($values[intdiv($count - 1, 2)] + $values[intdiv($count, 2)]) / 2 : NAN;
}

/** One line of the table: what was measured for one row. */
final class Line
{
    /** @var float[][] By 'stock', 'ours', 'epoll', 'uv': one figure per run; stock's and ours pair up by index. */
    public array $times = ['stock' => [], 'ours' => [], 'epoll' => [], 'uv' => []];
    /** @var float[][] The kernel's part of them, where it is known. */
    public array $kernelTimes = ['stock' => [], 'ours' => []];
    public ?float $stockCalls = null;
    public ?float $ourCalls = null;

    public function __construct(
        public string $id,
        public string $name,
        public ?float $goal,
        private bool $hasKernel = false,
        private bool $isFigure = false,
    ) {
    }

    /**
     * The kernel's part of one's median. What is sampled is in which of the two the processor is at each tick of the
     * clock: a few ticks in a run, and only all runs together make a figure.
     */
    private function kernelPart(string $who): float
    {
        $times = $this->times[$who];
        return $times ? median($times) * array_sum($this->kernelTimes[$who]) / array_sum($times) : NAN;
    }

    /** @return float[] What is held against the goal: ours through stock's, pair by pair; or ours. In order of size. */
    private function figures(): array
    {
        $figures = $this->isFigure
            ? $this->times['ours']
            : array_map(fn($ours, $stock) => $ours / $stock, $this->times['ours'], $this->times['stock']);
        sort($figures);
        return $figures;
    }

    /** @return float[] Where the true median lies with a confidence of 95 %: two ranks of the sorted ratios. */
    private function confidence(): array
    {
        $figures = $this->figures();
        $count = count($figures);
        $rank = max(0, (int) floor(($count - 1.96 * sqrt($count)) / 2) - 1);
        return [$figures[$rank], $figures[$count - 1 - $rank]];
    }

    /** A miss is called one only when noise cannot explain it. */
    private function verdict(float $figure, float $low): string
    {
        return match (true) {
            $this->goal === null => '',
            round($figure, 2) <= $this->goal => 'met',
            round($low, 2) <= $this->goal => 'unsure',
            default => 'MISSED',
        };
    }

    /** @return array<string, mixed> What bench/report draws. */
    public function facts(): array
    {
        $compared = $this->isFigure || ($this->times['stock'] && $this->times['ours']);
        $round = fn(float $value) => is_nan($value) ? null : round($value, 3);
        return [
            'id' => $this->id, 'name' => $this->name, 'stock' => $round(median($this->times['stock'])),
            'ours' => $round(median($this->times['ours'])),
            'ratio' => $compared && !$this->isFigure ? $round(median($this->figures())) : null,
            'interval' => $compared ? array_map($round, $this->confidence()) : null,
            'calls' => [$this->stockCalls, $this->ourCalls],
        ];
    }

    public function __toString(): string
    {
        $compared = $this->isFigure || ($this->times['stock'] && $this->times['ours']);
        $figure = $compared ? median($this->figures()) : NAN;
        [$low, $high] = $compared ? $this->confidence() : [NAN, NAN];
        [$left, $right] = $this->hasKernel
            ? [$this->kernelPart('stock'), $this->kernelPart('ours')]
            : [median($this->times['epoll']), median($this->times['uv'])];
        return self::format([
            $this->id, $this->name, self::number(median($this->times['stock'])), self::number(median($this->times['ours'])),
            $this->isFigure ? '-' : self::number($figure), $compared ? self::number($low) . '-' . self::number($high) : '-',
            self::number($this->goal), $this->verdict($figure, $low),
            self::number($left), self::number($right),
            self::number($this->stockCalls), self::number($this->ourCalls),
        ]);
    }

    public static function heading(bool $kernel): string
    {
        [$left, $right] = $kernel ? ['kernel,', 'kernel,'] : ['C epoll', 'C libuv'];
        [$us, $our_us] = $kernel ? ['stock', 'uvstream'] : ['us', 'us'];
        return self::format(['', '', 'stock', 'uvstream', '', '', '', '', $left, $right, 'calls', 'calls'])
            . self::format(['row', '', 'us', 'us', 'ratio', '95 %', 'goal', '', $us, $our_us, 'stock', 'uvstream']);
    }

    private static function number(?float $value): string
    {
        return $value === null || is_nan($value) ? '-' : sprintf($value < 1000 ? '%.2f' : '%.0f', $value);
    }

    private static function format(array $cells): string
    {
        return rtrim(vsprintf("%-3s %-34s %8s %8s %6s %10s %5s %-6s %8s %8s %8s %8s", $cells)) . "\n";
    }
}
