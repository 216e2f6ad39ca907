<?php
// What docs/profile.svg is a picture of: three tasks that compute and wait, sampled by Excimer. Prints collapsed stacks, as
// its formatCollapsed() does.
declare(strict_types=1);

use function Uvstream\{delay, run, spawn};

function parse(int $rounds): string
{
    for ($i = 0, $text = ''; $i < $rounds; ++$i) $text = md5(json_encode(json_decode('{"a":[1,2,{"b":"c"}]}')) . $text);
    return $text;
}

function render(int $rounds): string
{
    for ($i = 0, $text = ''; $i < $rounds; ++$i) $text = substr(str_replace('a', 'bb', "$text abc"), 0, 1000);
    return $text;
}

function crawl(): void
{
    for ($i = 0; $i < 40; ++$i) {
        parse(6000);
        delay(0.001);
    }
}

function serve(): void
{
    for ($i = 0; $i < 40; ++$i) {
        render(6000);
        parse(2000);
        delay(0.001);
    }
}

function clean_up(): void
{
    for ($i = 0; $i < 40; ++$i) {
        for ($list = range(1, 3000); count($list) > 2900;) array_splice($list, 1, 1);
        delay(0.001);
    }
}

$profiler = new ExcimerProfiler();
$profiler->setEventType(EXCIMER_CPU); // what waits is not counted
$profiler->setPeriod(0.001);
$profiler->start();
run(function (): void {
    foreach (['crawl', 'serve', 'clean_up'] as $function) spawn($function);
});
$profiler->stop();
echo $profiler->getLog()->formatCollapsed();
