<?php
// An SVG in the making, for the pictures of the docs: on a ground of its own, so that it is read in the dark as well.
declare(strict_types=1);

final class Picture
{
    private const HEAD = '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7"'
        . ' orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>' . "\n";
    private string $body = '';

    public function __construct(private int $width, private int $height, private string $title)
    {
    }

    private static function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_XML1);
    }

    private static function number(float $number): string
    {
        return (string) round($number, 1);
    }

    public function box(float $x, float $y, float $width, float $height, string $fill, string $more = ''): void
    {
        [$x, $y, $width, $height] = array_map(self::number(...), [$x, $y, $width, $height]);
        $this->body .= "<rect x=\"$x\" y=\"$y\" width=\"$width\" height=\"$height\" fill=\"$fill\"$more/>\n";
    }

    /** A box with a border and round corners. */
    public function frame(float $x, float $y, float $width, float $height, string $fill, bool $is_dashed = false): void
    {
        $this->box($x, $y, $width, $height, $fill, ' rx="6" stroke="#888"' . ($is_dashed ? ' stroke-dasharray="5 3"' : ''));
    }

    /** @param 'start'|'middle'|'end' $anchor */
    public function text(float $x, float $y, string $text, int $size = 13, string $anchor = 'start', string $more = ''): void
    {
        [$x, $y] = [self::number($x), self::number($y)];
        $anchor = $anchor === 'start' ? '' : " text-anchor=\"$anchor\"";
        $this->body .= "<text x=\"$x\" y=\"$y\" font-size=\"$size\"$anchor$more>" . self::escape($text) . "</text>\n";
    }

    public function bold(float $x, float $y, string $text, int $size = 13, string $anchor = 'start'): void
    {
        $this->text($x, $y, $text, $size, $anchor, ' font-weight="bold"');
    }

    /** @param list<array{float, float}> $points */
    public function line(array $points, string $colour = '#555', string $more = ' stroke-width="1.4"'): void
    {
        $at = implode(' ', array_map(fn (array $point) => implode(',', array_map(self::number(...), $point)), $points));
        $this->body .= "<polyline points=\"$at\" fill=\"none\" stroke=\"$colour\"$more/>\n";
    }

    /** @param list<array{float, float}> $points */
    public function arrow(array $points): void
    {
        $this->line($points, more: ' stroke-width="1.4" marker-end="url(#arrow)"');
    }

    public function __toString(): string
    {
        $title = self::escape($this->title);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 $this->width $this->height\""
            . " font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">\n<title>$title</title>\n" . self::HEAD
            . "<rect width=\"$this->width\" height=\"$this->height\" fill=\"#fff\"/>\n$this->body</svg>\n";
    }
}
