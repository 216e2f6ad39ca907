<?php
// Collapsed stacks ("a;b;c 12", one in a line) on its input, a flame graph on its output: SVG, its widths as the counts.
declare(strict_types=1);

const WIDTH = 1000, HEIGHT = 22;

final class Frame
{
    /** @var array<string, Frame> */
    public array $children = [];
    public int $count = 0;

    /** @param list<string> $stack */
    public function add(array $stack, int $count): void
    {
        $this->count += $count;
        if ($stack) ($this->children[array_shift($stack)] ??= new Frame())->add($stack, $count);
    }

    public function depth(): int
    {
        return 1 + max([0, ...array_map(fn (Frame $child) => $child->depth(), array_values($this->children))]);
    }

    public function draw(string $name, float $left, int $level, float $scale, int $height): string
    {
        $width = $this->count * $scale;
        if ($width < 1) return '';
        $top = $height - ($level + 1) * HEIGHT;
        $colour = 'hsl(' . (20 + crc32($name) % 40) . ',85%,' . (62 + crc32($name) % 12) . '%)';
        $text = htmlspecialchars(strlen($name) * 7 > $width - 6 ? substr($name, 0, max(0, (int) (($width - 6) / 7))) : $name, ENT_XML1);
        $title = htmlspecialchars("$name: $this->count samples", ENT_XML1);
        $svg = sprintf('<g><title>%s</title><rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/><text x="%.1f" y="%d">%s</text></g>' . "\n",
            $title, $left, $top, $width - 0.5, HEIGHT - 1, $colour, $left + 3, $top + 15, $text);
        foreach ($this->children as $child => $its) {
            $svg .= $its->draw((string) $child, $left, $level + 1, $scale, $height);
            $left += $its->count * $scale;
        }
        return $svg;
    }
}

$all = new Frame();
while (($line = fgets(STDIN)) !== false) {
    if (preg_match('/^(.*) (\d+)$/', rtrim($line), $found)) $all->add(array_values(array_filter(explode(';', $found[1]))), (int) $found[2]);
}
if (!$all->count) exit("no samples\n");
ksort($all->children);
$height = $all->depth() * HEIGHT;
printf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="monospace" font-size="12">' . "\n%s</svg>\n",
    WIDTH, $height, $all->draw("all, $all->count samples", 0, 0, WIDTH / $all->count, $height));
