<?php
// Where and when a measurement was made: what its page must name.

/** The first match of a pattern in a file or text; '' if there is none. */
function first_match(string $pattern, string $text): string
{
    return preg_match($pattern, $text, $m) ? $m[1] : '';
}

/** How many processors are busy at the moment, with what others do. */
function busy_processors(): float
{
    $look = fn() => array_map('intval', preg_split('/ +/', (string) strtok((string) @file_get_contents('/proc/stat'), "\n")));
    $before = $look();
    sleep(1);
    $spent = array_map(fn(int $now, int $then) => $now - $then, $look(), $before);
    $all = array_sum(array_slice($spent, 0, 9)); // ("cpu" is 0; then user, nice, system, idle, iowait, …)
    $busy = $all - ($spent[4] ?? 0) - ($spent[5] ?? 0);
    return $all > 0 ? $busy / $all * substr_count((string) @file_get_contents('/proc/cpuinfo'), "processor\t:") : 0;
}

/** @return array<string, mixed> */
function circumstances(Bench $bench, bool $has_module, int $runs): array
{
    exec(implode(' ', array_map('escapeshellarg', [...$bench->php($has_module), '--ri', 'uvstream'])), $info);
    $info = implode("\n", $info);
    $processor = (string) @file_get_contents('/proc/cpuinfo');
    preg_match_all('/^processor\s*:/m', $processor, $processors);
    return [
        'date' => date('Y-m-d'),
        'processor' => first_match('/^model name\s*: (.*)$/m', $processor) ?: php_uname('m'),
        'processors' => count($processors[0]),
        'virtual' => str_contains($processor, ' hypervisor'),
        'system' => first_match('/^PRETTY_NAME="(.*)"$/m', (string) @file_get_contents('/etc/os-release')),
        'kernel' => php_uname('s') . ' ' . first_match('/^(\d+\.\d+)/', php_uname('r')),
        'php' => PHP_VERSION . (PHP_ZTS ? ' ZTS' : ''),
        'uvstream' => first_match('/^Version => (\S+)/m', $info),
        'libuv' => first_match('/^libuv version \(run time\) => (\S+)/m', $info),
        'others' => round(busy_processors(), 1),
        'pairs' => $runs,
    ];
}
