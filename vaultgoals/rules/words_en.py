"""The English words that the checks of wording look for."""

from vaultgoals.rules.lexicon import Grammar, Lexicon, listed

ENGLISH = Lexicon(
    grammar=Grammar(
        verb_last=False,
        openers=listed(
            """
            actually aim always and consistently daily finally goal i is let's like monthly must my need
            our please regularly shall should successfully to try us want we weekly will wish would
            """
        ),
        beginnings=listed(
            """
            a all an another any both each every her his its more my new our some that the their these
            this those your
            """
        ),
        breaks=listed(
            """
            about above across after against along among and annually around as at because before below
            between but by daily during each every for from how if in instead into like monthly of on
            once onto or over per quarterly since so than that through to toward towards twice under
            until up via weekly when where while who with within without yearly
            """
        ),
        particles=listed("away back down in off on onto out up"),
        companions=listed("about at down for in into off on out over to up with"),
        often=listed(
            """
            daily each every fridays mondays monthly nightly once per regularly saturdays sundays
            thursdays tuesdays wednesdays weekdays weekends weekly
            """
        ),
        each=listed("each every per"),
        times=listed("thrice times twice"),
        numbers=listed(
            """
            double dozen eight eighty eleven fifteen fifty five forty four half hundred million nine
            ninety one seven seventy six sixty ten thirty thousand three twelve twenty twice two zero
            """
        ),
        periods=listed(
            """
            day evening fortnight friday monday month morning night quarter saturday session sunday
            thursday tuesday wednesday week weekday weekend year
            """
        ),
        bounds=listed("above below by in over to under"),
    ),
    results=listed(
        """
        accelerate achieve amplify attain attract boost convince decrease defeat dominate double
        eliminate exceed gain graduate grow halve heal increase lose master maximise maximize minimise
        minimize monetise monetize outdo outgrow outperform outrank outrun outscore outsell overachieve
        overtake persuade prevent quadruple qualify quintuple reduce regain sell shrink skyrocket slash
        surpass triple win
        """
    ),
    chances=listed(
        """
        accelerate ace acquire advance avoid be beat become break bring build capture climb close come
        conquer convert crack create cut deliver deserve drive drop earn enhance enlarge ensure erase
        expand find finish generate get go graduate guarantee have hire hit impress improve land lift
        lower make medal nail obtain optimise optimize pass pick pull push raise rank reach receive
        recruit retain score secure sell shorten sign slash stabilise stabilize strengthen trim upsell
        widen
        """
    ),
    prizes=listed(
        """
        a1c abs absenteeism acceptance accepted accident account accuracy activation admission admitted
        adoption adoption-rate answer-time aov applause applicant apprenticeship approval approved arpu
        arr asleep attendance audience audition average award backer backers backlink belt best
        bestseller bestsellers biceps bilingual bill black-belt bmi body-fat bonus booked booking bounce
        brand-awareness bucks bug build-time burn-rate buyer cac call-up candidate captain cash-flow
        cashflow certificate certification certified chairman champion championship checkmate
        cholesterol chosen churn citation cited citizenship click client commission competition
        complaint concert consumption contract conversion cost costs coverage cpc crash crowd csat ctr
        cup customer cycle-time dau deal debt defect deficit degree delivery-time demand diploma
        distinction dividend dollar donation donor download downtime drafted driving-licence ebitda
        elected elo emission emissions employee endorsement engaged engagement enrollment enrolment
        entry error error-rate escalation euro exam expense failure fame famous fan fat featured
        fellowship festival final finalist first first-team fluent follower following footfall footprint
        funded funder funding fundraising gig glucose gmv goal gpa grade grant handicap happier
        happiness happy hba1c headache headline heart-rate hire hired honors honours impression incident
        income injuries injury install internship interview-invite intro introduction investment
        investor invited job job-offer kg kilo latency lb lbs ldl lead lead-quality lead-time leader
        league licence license like list listener listener-base load-time loading-time loan loyalty ltv
        mailing-list majority margin market-share married mate mau medal member membership mention
        millionaire money mortgage mrr mttr muscle named national-team nominated nomination noticed nps
        occupancy open-rate outage overdraft page-view pageview paid pain partnership patrons pb
        percentile permission personal-best picked pipeline podium point popular pound pr pregnant
        president press pressure prize professorship profit promoted promotion prospect published pulse
        purchase qualification quota quoted raise ranking rate rating ratio reach reader recognition
        recommendation recommended record referral refund renewal reply-time residency resolution
        respect response response-time retainer retention return revenue rich roi runner-up salary sale
        satisfaction savings scholarship score scouted seat second selected selection semi-final share
        show sign-up signed signup signups size sla slot sold spam spend sponsor sponsorship squad star
        streak stream subscriber subscription success supporter surplus talent tenure test testimonial
        theft third throughput tip title top tournament traffic trophy trust turnout turnover upsell
        uptime upvote usage user vacancy victory view viewer viral visa visibility visit visitor vo2max
        volunteer vote voter waist wait-time waiting-list waiting-time waitlist waste wau wealth weight
        win win-rate winner worth
        """
    ),
    places=listed(
        """
        bestseller bestseller-list bestsellers chart charts final finals front-page headlines place
        playoffs podium semi-finals shortlist squad top varsity
        """
    ),
    gains=listed("growth increase loss promotion reduction weight-loss win-rate"),
    own=listed(
        """
        alcohol application appointment basil bean beard beer berry breakfast caffeine call calorie
        carrot check chilli chip chocolate cigarette class clutter coffee complaining concern
        conversation crisp day demo dependency dessert dinner distance distraction dose drill email
        exercise facebook fiber fibre figure flower food gaming gossip grass greens habit hair hand
        hedge herb homework hour idea inbox-zero instagram intake interruption interview juice junk
        junk-food lesson lettuce lunch mail meal meat meeting mileage mind minute mock-exam mock-test
        morning netflix news notification number outreach overtime pace page past-exam past-paper pepper
        phone phone-time pill plant plastic portion post potato practice practice-exam practice-test
        prep problem procrastination protein push-up pushup question rep report review rose run salad
        salt screen-time screentime scrolling seedling session shopping smoking snack social-media soda
        spending step strawberry stretch sugar suggestion sunflower swearing sweet sweets takeaway
        tiktok tomato training tv tv-time veg veggie visit voice walk water weights wine word workout
        youtube
        """
    ),
    deeds=listed(
        """
        add adopt announce apply arrange assemble assist attend automate bake begin bike block blog book
        brainstorm breathe bring browse brush build buy call carry cast celebrate chart chat check
        choose chop clarify clean coach code cold-call collate collect comment commission compare
        compile compose conduct configure connect construct consult contact convene cook copy cover
        craft create crochet curate cycle date debug decide declutter decorate define delegate delete
        deliver demo deploy describe design detail develop dig digitise digitize discuss distribute
        document donate draft draw drill dry dust eat edit email empty enrol enroll equip erect
        establish evaluate examine execute exercise explain explore extract facilitate feed fetch file
        fill film finalise fix flash floss fold formulate forward found garden gather glue greet hammer
        hand hang harvest host illustrate implement inspect install insulate integrate interview
        introduce investigate invite iron join journal kick knead knit knock label launch learn lecture
        list listen locate lock mail map mark meditate meet memorise memorize mend mentor message
        migrate modernise monitor mop mount move mow name narrate negotiate observe offer onboard open
        order organise organize outline overhaul pack paint park participate patch pen phone photograph
        pick pilot pitch plan plant plot polish post pour practice practise pray prepare present print
        produce program proofread prototype prune publicise publish purchase put quiz re-write read
        rebuild recap reconcile record recycle redesign redo refactor rehearse reissue release remove
        renew renovate reorganise repaint repair replace replant reply report repot reprint request
        rerun research respond restore restructure resubmit review revise rewire rework rewrite roll
        sample sand scan schedule scrub sculpt seal send serve set sew share ship shop shovel sketch
        sort sow stack stage standardise start stitch store streamline stretch study submit subscribe
        supervise survey swap sweep switch talk teach tend test text thank tidy tile trace track train
        transcribe transfer translate trim tune tutor tweet type unify unpack upcycle update upgrade
        upload vacuum validate visit volunteer wash water wax weed wipe wire wrap write
        """
    ),
    feats=listed(
        """
        bike climb cook cycle dance do drink eat go have hike hold jog juggle kayak lift perform play
        recite ride row run sing sit skate ski speak spend stand swim take train wake walk work
        """
    ),
    makings=listed(
        """
        complete do finalise finalize finish give have hold learn make perform play run take
        """
    ),
    works=listed(
        """
        ad album api app application archive article attic audit bake-sale band banner basement bathroom
        bed benchmark blanket blog book booklet bootcamp brochure budget business button cabin calendar
        call campaign case-studies case-study catalog catalogue cellar chair chapter checklist choir
        club collection comic community company conference course curriculum cv dashboard database
        dataset deck demo dial dissertation doc docs documentation draft drawing dress e-book ebook
        email endpoint episode essay experiment extension feature fence festival flat flyer forum
        fundraiser garage garden group guide hackathon handbook hat house infographic integration
        interview intranet inventory kitchen lab leaflet lecture lesson lesson-plan letter library loft
        logo magazine manual manuscript meetup migration mixtape mode mural musical mvp newsletter novel
        package page painting paper party patch patio pilot pipeline pitch-deck plan playbook plugin
        podcast poem policy pond portal portfolio post postcard poster presentation profile program
        programme project proposal prototype quilt recipe redesign refactoring relaunch release remix
        report resume retreat reunion rewrite rollout scarf screen screenplay script sculpture service
        setlist shed shelf shelves shop site slide sonata song spreadsheet startup store story studio
        summit survey sweater symphony system table talk template thesis tool track training treehouse
        trial trilogy tutorial version video wardrobe webinar webshop website white-paper whitepaper
        wiki workshop workshop-series zine
        """
    ),
    projects=listed(
        """
        deployment go-live implementation launch makeover migration modernisation modernization overhaul
        publication rebrand rebranding redesign refactoring relaunch release renovation reorganisation
        reorganization restructuring rewrite roll-out rollout upgrade
        """
    ),
    nouns=listed(
        """
        approach ask bake beat bike block blog book boost brush build call cast chart chat check clean
        close coach code comment contact cook cover craft cut cycle dance date demo deploy design
        document double draft draw drill drop dry dust edit email empty exercise feed file film finish
        fix flash gain garden glue graduate greet hammer help hit host interview journal label land
        launch lead learn lift list listen lock log lower mail map mark market master mentor message mop
        move mow name offer open order outline pack paint park patch perform phone pilot pitch place
        plan plant plot post practice pray present print program prototype pull push quiz raise rank
        reach read recap record release repair reply report repot request research review roll sample
        sand scan schedule score set share ship shoot shop sign skate sketch sort speed stack stage
        start store stretch study survey swap sweep switch talk teach teaching test text trace track
        train trim triple tutor tweet type update upgrade upload vacuum visit volunteer walk wash watch
        water wax weed win work
        """
    ),
    comparatives=listed(
        """
        better bigger braver broader busier calmer cheaper cleaner clearer deeper earlier easier faster
        fewer fitter friendlier funnier gentler greater greener happier harder healthier higher kinder
        larger leaner less livelier longer more neater nicer oftener prettier quicker richer safer
        sharper simpler slimmer smarter smoother stronger thriftier tidier tighter warmer wealthier
        wiser
        """
    ),
    comparative_endings=("ier",),
    no_comparatives=listed(
        """
        amplifier atelier barrier brazier carrier cashier classifier copier courier dossier flier
        frontier glacier identifier modifier multiplier outlier pier premier soldier sommelier supplier
        terrier tier
        """
    ),
    negations=listed("any never no not nothing without"),
    betterments=listed("deepen enhance improve optimise optimize streamline strengthen"),
    states=listed(
        """
        active balanced calm confident consistent creative disciplined effective efficient fine fit
        focused frugal generous good grateful great happy healthy helpful honest kind mindful motivated
        nice organised organized patient positive present proactive productive punctual relaxed rested
        slim smart sociable strong thrifty tidy wise
        """
    ),
    being=listed("be become feel get remain stay"),
)
