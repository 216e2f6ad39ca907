<?php
// The blocks of code of a page: what can be said of them without running them.
declare(strict_types=1);

/** What a program says of code that it is given on its standard input; null if nothing. */
function complaint_of(array $command, string $code): ?string
{
    $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
    fwrite($pipes[0], $code);
    fclose($pipes[0]);
    $said = trim(stream_get_contents($pipes[1]));
    return proc_close($process) === 0 ? null : $said;
}

/** The same of a declaration without its body, as a reference has them: a function's, a method's, a class's. */
function complaint_of_declaration(string $code): ?string
{
    foreach ([$code, "$code {}", "class _ { $code {} }", "class _ { $code; }"] as $whole) {
        try {
            token_get_all("<?php $whole", TOKEN_PARSE);
            return null;
        } catch (ParseError $error) {
        }
    }
    return $error->getMessage();
}

function check_comments(string $where, Block $block): void
{
    global $root;
    foreach ($block->says as $what => $text) {
        if (!in_array($what, BLOCK_COMMENTS, true)) {
            breach($where, "a comment before a block that nobody reads: $what");
        }
        if ($what === 'does not run' && strlen($text) < 10) {
            breach($where, 'does not run: and why?');
        }
        if ($what === 'run by' && !str_contains((string) @file_get_contents("$root/$text"), 'blocks_run_by(')) {
            breach($where, "$text does not run it");
        }
    }
}

function check_code(string $page, string $text): void
{
    foreach (blocks_of($text) as $block) {
        check_comments("$page:$block->line", $block);
        $complaint = match (true) {
            $block->language === 'php' && $block->declares() => complaint_of_declaration($block->code),
            $block->language === 'php' => complaint_of([PHP_BINARY, '-n', '-l'], '<?php ' . ($block->says['given'] ?? '') . "\n$block->code"),
            in_array($block->language, ['sh', 'bash'], true) => complaint_of(['bash', '-n'], $block->code),
            default => null,
        };
        if ($complaint !== null) {
            breach("$page:$block->line", $complaint);
        }
    }
}
