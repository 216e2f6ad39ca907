--TEST--
A handler that throws between a call and the use of its result: nothing is destroyed that was never made
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new Exception(); });

function keep(string $first, string $second, string $third): void {}
function take(bool $sent): void {}

$value = str_repeat('v', 32);
$copies = array_fill(0, 8, $value);
$us = getmypid();
$signal = 'posix_kill';
$cases = [
    'argument' => fn () => take(posix_kill($us, SIGUSR1)),
    'text' => fn () => "{$copies[0]}{$signal($us, SIGUSR1)}{$copies[1]}",
];
foreach ($cases as $case => $run) {
    $thrown = 0;
    for ($i = 0; $i < 20; ++$i) {
        keep($value, $value, $value); // leaves itself behind in the memory of calls
        try {
            $run();
        } catch (Exception) {
            ++$thrown;
        }
    }
    for ($i = 0, $others = []; $i < 100; ++$i) $others[] = str_repeat(chr(65 + $i % 26), 32);
    echo "$case: $thrown\n";
}
var_dump($value === str_repeat('v', 32), $copies === array_fill(0, 8, $value));
?>
--EXPECT--
argument: 20
text: 20
bool(true)
bool(true)
