<?php
// What phpstan makes of stubs/uvstream.php: it says so if one of these is no error, or if a type is another one.
declare(strict_types=1);

stream_context_create(['socket' => ['backlog' => 9], 'uvstream' => ['cloexec' => false], 'ssl' => ['ciphers' => 'a']]);
stream_context_create(['uvstream' => ['cloexec' => 'no']]); // @phpstan-ignore argument.type
stream_context_create(['socket' => ['tcp_keepcnt' => 128]]); // @phpstan-ignore argument.type
stream_context_create(['socket' => ['bindto' => 80]]); // @phpstan-ignore argument.type
PHPStan\Testing\assertType('resource', stream_context_create());

// Namespace Uvstream.
use function PHPStan\Testing\assertType;
use function Uvstream\{all, first, group, on_error, run, shield, spawn, stats, tasks, timeout};

/**
 * @param Closure(): int $number
 * @param Closure(): string $text
 */
function calls(Closure $number, Closure $text): void
{
    assertType('float', run(fn (int $a, string $b): float => $a / strlen($b), 1, 'b'));
    assertType('Uvstream\Task<string>', spawn($text));
    assertType('string', spawn($text)->await(0.5));
    assertType('int', group(fn (Uvstream\Group $group): int => $group->spawn($number)->await(), limit: 3));
    assertType("array<'a'|'b', int|string>", all(['a' => $number, 'b' => $text]));
    assertType('int|string', first([$number, $text]));
    assertType('int', timeout(1, $number) + shield($number));
    assertType('list<Uvstream\Task>', tasks());
    assertType('int', stats()['waits_in_place']);
    on_error(function (Throwable $e, Uvstream\Task $task): void { echo $e->getMessage(), $task->name; });
    on_error(null);
    on_error(function (int $e): void { echo $e; }); // @phpstan-ignore argument.type
    spawn('no such function'); // @phpstan-ignore argument.type, argument.templateType
}

/** @param Uvstream\Channel<int> $channel */
function receives(Uvstream\Channel $channel): void
{
    assertType('int', $channel->receive());
    $channel->send('text'); // @phpstan-ignore argument.type
    foreach ($channel as $key => $value) {
        assertType('int', $key);
        assertType('int', $value);
    }
}
assertType('Uvstream\CancelReason', (new Uvstream\CancelledError())->reason);
