--TEST--
tasks, promise 4: a TimeoutException surfaces where timeout() was called and only there; nested, of 0 seconds, around groups and what they open
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/busy.inc';
use Uvstream\{CancelledError, Channel, Group, TimeoutException};
use function Uvstream\{all, delay, first, group, run, shield, spawn, timeout};

$forever = fn () => (new Channel)->receive();
// A function that says how its wait ended
$telling = fn (string $who, ?Closure $wait = null) => function () use ($who, $wait, $forever) {
    try {
        ($wait ?? $forever)();
    } catch (Throwable $e) {
        echo "  $who: ", chain_of($e), "\n";
        throw $e;
    }
};

$places = [
    '{main}' => fn (Closure $body) => $body(),
    'run()' => run(...),
    'a task' => fn (Closure $body) => run(fn () => spawn($body)->await()),
    'a task beside one that never waits long' => function (Closure $body) {
        $ticks = spawn(function () { for (;;) delay(0); });
        $body();
        $ticks->cancel();
    },
];
foreach ($places as $name => $in) {
    ob_start();
    $in(function () use ($forever, $telling) {
        echo "-- what it wraps is told as a cancellation\n";
        echo outcome(fn () => timeout(0.01, $telling('inside'))), "\n";
        echo outcome(fn () => timeout(60, fn () => 'in time')), "\n";
        echo outcome(fn () => timeout(60, failing('a failure'))), "\n";

        echo "-- `catch (Exception)` within does not take it, nor does it end a wait of later\n";
        echo outcome(fn () => timeout(0.01, function () use ($forever) {
            try { $forever(); } catch (Exception) { return 'taken'; }
        })), "\n";
        echo outcome(fn () => delay(0.001)), "\n";

        echo "-- nested: the inner one, the outer one, both\n";
        echo outcome(fn () => timeout(60, fn () => outcome(fn () => timeout(0.01, $telling('inside'))) . ', and ' . outcome(fn () => delay(0)))), "\n";
        echo outcome(fn () => timeout(0.01, $telling('the inner one', fn () => timeout(60, $telling('inside'))))), "\n";
        echo outcome(fn () => timeout(0.01, $telling('the inner one', fn () => timeout(0.005, function () { busy(0.011); delay(1); })))), "\n";

        echo "-- 0: its first wait\n";
        echo outcome(fn () => timeout(0, fn () => 'without a wait')), "\n";
        echo outcome(fn () => timeout(0, fn () => delay(0))), "\n";
        echo outcome(fn () => timeout(0, fn () => delay(60))), "\n";

        echo "-- late, without a wait: what has arrived wins\n";
        echo outcome(fn () => timeout(0.001, fn () => busy(0.002) ?? 'late')), "\n";

        echo "-- it takes the end of its time, and waits again\n";
        echo outcome(fn () => timeout(0.01, function () use ($telling) {
            try { delay(60); } catch (CancelledError) { }
            $telling('again', fn () => delay(0))();
        })), "\n";
        echo outcome(fn () => timeout(0.01, function () {
            try { delay(60); } catch (CancelledError) { return 'it copes'; }
        })), "\n";

        echo "-- groups within\n";
        echo outcome(fn () => timeout(0.01, fn () => group(function (Group $group) use ($telling) {
            $group->spawn($telling('member', fn () => timeout(60, fn () => group(fn ($inner) => $inner->spawn($telling('of a group of a member'))))));
        }))), "\n";
        echo outcome(fn () => timeout(0.01, fn () => all([fn () => 1, $telling('of all()')]))), "\n";
        echo outcome(fn () => timeout(0.01, fn () => first([failing('one'), $telling('of first()')]))), "\n";
        echo outcome(fn () => timeout(0.01, fn () => run(function () use ($telling) { spawn($telling('of run()')); }))), "\n";
        echo outcome(fn () => timeout(60, fn () => group(function (Group $group) use ($telling, $forever) {
            $group->spawn(fn () => print('  ' . outcome(fn () => timeout(0.01, $forever)) . ", in a member\n"));
            return 'the group goes on';
        }))), "\n";
        echo "-- the opener behind a shield, and its group not\n";
        echo outcome(fn () => timeout(0.01, fn () => group(function (Group $group) use ($telling) {
            $task = $group->spawn($telling('member'));
            shield(function () use ($task) { while (!$task->isDone()) delay(0.001); });
            echo "  the opener goes on\n";
            delay(0);
        }))), "\n";

        echo "-- what it did not open goes on\n";
        $task = spawn(fn () => delay(0.02) ?? 'not cancelled');
        echo outcome(fn () => timeout(0.001, fn () => $task->await())), "\n";
        echo $task->await(), "\n";
    });
    $told = ob_get_clean();
    if (!isset($first)) echo $first = $told;
    elseif ($told !== $first) echo "In $name:\n$told";
}
?>
--EXPECT--
-- what it wraps is told as a cancellation
  inside: CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
returned "in time"
LogicException: a failure
-- `catch (Exception)` within does not take it, nor does it end a wait of later
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
returned null
-- nested: the inner one, the outer one, both
  inside: CancelledError(Deadline): The task was cancelled
returned "TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled, and returned null"
  inside: CancelledError(Deadline): The task was cancelled
  the inner one: CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
  the inner one: CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
-- 0: its first wait
returned "without a wait"
TimeoutException: Not finished within 0 seconds <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0 seconds <- CancelledError(Deadline): The task was cancelled
-- late, without a wait: what has arrived wins
returned "late"
-- it takes the end of its time, and waits again
  again: CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
returned "it copes"
-- groups within
  of a group of a member: CancelledError(Deadline): The task was cancelled
  member: CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
  of all(): CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
  of first(): CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled <- LogicException: one
  of run(): CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
  TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled, in a member
returned "the group goes on"
-- the opener behind a shield, and its group not
  member: CancelledError(Deadline): The task was cancelled
  the opener goes on
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
-- what it did not open goes on
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
not cancelled
