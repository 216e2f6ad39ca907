<?php
// library: symfony/http-kernel
// only: uvstream
declare(strict_types=1);

use Symfony\Component\EventDispatcher\EventDispatcher;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\RequestStack;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Controller\ControllerResolver;
use Symfony\Component\HttpKernel\HttpKernel;
use Symfony\Component\HttpKernel\HttpKernelInterface;
use Uvstream\TaskLocal;

use function Uvstream\{all, delay, spawn};

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';

/** What goes into the container as request_stack: a stack for each task, which begins with what its creator had. */
final class TaskRequestStack extends RequestStack
{
    private TaskLocal $requests;

    public function __construct()
    {
        $this->requests = new TaskLocal(new RequestStack());
    }

    public function push(Request $request): void
    {
        $this->requests->set(clone $this->requests->get()); // or its creator would see it
        $this->requests->get()->push($request);
    }

    public function pop(): ?Request
    {
        $this->requests->set(clone $this->requests->get());
        return $this->requests->get()->pop();
    }

    public function getCurrentRequest(): ?Request
    {
        return $this->requests->get()->getCurrentRequest();
    }

    public function getMainRequest(): ?Request
    {
        return $this->requests->get()->getMainRequest();
    }

    public function getParentRequest(): ?Request
    {
        return $this->requests->get()->getParentRequest();
    }

    public function getSession(): Symfony\Component\HttpFoundation\Session\SessionInterface
    {
        return $this->requests->get()->getSession();
    }
}

/** A service that knows the requests by the stack alone. */
final class Whereabouts
{
    public function __construct(private RequestStack $stack)
    {
    }

    public function __toString(): string
    {
        return json_encode(array_map(fn (?Request $request) => $request?->getPathInfo(),
            [$this->stack->getMainRequest(), $this->stack->getParentRequest(), $this->stack->getCurrentRequest()]), JSON_UNESCAPED_SLASHES);
    }
}

/** A request, of a kernel that all share; its controller waits, and has a sub-request handled. */
function handles(HttpKernel $kernel, Whereabouts $where, string $path): string
{
    $inner = function () use ($where) {
        delay(0.001);
        return new Response("$where ");
    };
    $controller = function (Request $request) use ($kernel, $where, $inner) {
        delay(0.001);
        $before = "$where ";
        $sub = Request::create($request->getPathInfo() . '/part');
        $sub->attributes->set('_controller', $inner);
        $part = $kernel->handle($sub, HttpKernelInterface::SUB_REQUEST)->getContent();
        $of_a_task = spawn(fn () => "$where ")->await();
        delay(0.001);
        return new Response($before . $part . $of_a_task . $where);
    };
    $request = Request::create($path);
    $request->attributes->set('_controller', $controller);
    return $kernel->handle($request)->getContent();
}

/** 50 requests at once: how many of them see none but their own. */
function handled_right(RequestStack $stack): int
{
    $kernel = new HttpKernel(new EventDispatcher(), new ControllerResolver(), $stack);
    $where = new Whereabouts($stack);
    $results = all(array_map(fn ($i) => fn () => handles($kernel, $where, "/$i"), range(1, 50)));
    $right = fn (string $seen, int $i) => $seen === "[\"/$i\",null,\"/$i\"] [\"/$i\",\"/$i\",\"/$i/part\"] [\"/$i\",null,\"/$i\"] [\"/$i\",null,\"/$i\"]";
    echo $results[7], "\n";
    return count(array_filter(array_map($right, $results, range(1, 50)))) + ($stack->getCurrentRequest() === null ? 0 : -100);
}

scenario('one for each task, by a TaskLocal: 50 requests of one kernel see their own', function () {
    return holds('all', handled_right(new TaskRequestStack()) === 50);
});

scenario('unmodified, all share it: the current request is that of who came last', function () {
    return holds('not all', handled_right(new RequestStack()) < 50);
});
